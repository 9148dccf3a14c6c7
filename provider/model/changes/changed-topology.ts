import type { Topology, TopologyEdge } from "../topology";
import { edgeKey, type Mark, type TopologyMarks } from "../topology-marks";
import { altersObjects } from "./alters-objects";
import type { Change } from "./change";

/** Two graphs as one, and what in it came, went or changed. */
export interface ChangedTopology {
  readonly topology: Topology;
  readonly marks: TopologyMarks;
}

/** The later graph, with what went of the earlier one still in it. */
export function changedTopology(earlier: Topology, after: Topology, changes: readonly Change[]): ChangedTopology {
  const before = withOtherKindsApart(earlier, after);
  const members = joined(before.members, after.members, ({ name }) => name);
  const topics = joined(before.topics, after.topics, ({ name }) => name);
  const edges = joined(before.edges, after.edges, edgeKey);
  const changed = new Set(changes.flatMap(changedNodes));
  const nodes = new Map<string, Mark>(
    [...members.items, ...topics.items].flatMap(({ name }) => (changed.has(name) ? [[name, "changed"] as const] : [])),
  );
  for (const [name, mark] of [...members.marks, ...topics.marks]) nodes.set(name, mark);
  return {
    topology: { members: members.items, topics: topics.items, edges: edges.items },
    marks: {
      nodes,
      edges: new Map([...renamedSubscriptions(before.edges, after.edges), ...edges.marks]),
      earlier: { members: changedOf(before.members, nodes), topics: changedOf(before.topics, nodes) },
    },
  };
}

/** A function that becomes a sink of its name goes, and the sink comes: two nodes, which have to be called differently. */
function withOtherKindsApart(before: Topology, after: Topology): Topology {
  const kinds = new Map(after.members.map(({ name, kind }) => [name, kind]));
  const names = new Map(
    before.members.flatMap(({ name, kind }) =>
      (kinds.get(name) ?? kind) === kind ? [] : [[name, `${name} (${kind})`] as const],
    ),
  );
  const named = (name: string): string => names.get(name) ?? name;
  return {
    members: before.members.map((member) => ({ ...member, name: named(member.name) })),
    topics: before.topics,
    edges: before.edges.map((edge) => ({ ...edge, from: named(edge.from), to: named(edge.to) })),
  };
}

/** An edge that comes or goes is coloured itself, and changes the member, not the topic. */
function changedNodes(change: Change): readonly string[] {
  const { kind, members = [], topic } = change;
  if (!altersObjects(change)) return [];
  return topic === undefined || kind.startsWith("edge") ? members : [...members, topic];
}

const changedOf = <Item extends { readonly name: string }>(
  items: readonly Item[],
  marks: ReadonlyMap<string, Mark>,
): ReadonlyMap<string, Item> =>
  new Map(items.filter(({ name }) => marks.get(name) === "changed").map((item) => [item.name, item]));

interface Joined<Item> {
  readonly items: readonly Item[];
  readonly marks: ReadonlyMap<string, Mark>;
}

function joined<Item>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string): Joined<Item> {
  const [olds, news] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  const gone = before.filter((item) => !news.has(keyOf(item)));
  const come = after.filter((item) => !olds.has(keyOf(item)));
  return {
    items: [...after, ...gone],
    marks: new Map([
      ...gone.map((item) => [keyOf(item), "removed"] as const),
      ...come.map((item) => [keyOf(item), "added"] as const),
    ]),
  };
}

function renamedSubscriptions(
  before: readonly TopologyEdge[],
  after: readonly TopologyEdge[],
): readonly (readonly [string, Mark])[] {
  const olds = new Map(before.map((edge) => [edgeKey(edge), edge.subscription]));
  return after.flatMap((edge) => {
    const key = edgeKey(edge);
    return olds.has(key) && olds.get(key) !== edge.subscription ? [[key, "changed"] as const] : [];
  });
}
