import fc from "fast-check";
import type { Topology, TopologyEdge, TopologyMember } from "../../../../provider/model/topology";
import { edgeKey, type Mark, markKinds, type TopologyMarks } from "../../../../provider/model/topology-marks";

/** Pieces that mean something to a program that draws, wherever they stand in a text or in a certain place. */
const pieces = [
  ...['"', "'", "`", "#", ";", "&", "<", ">", "\\", "|", "%", "$", "[", "]", "(", ")", "{", "}", "@{", ":::", "/"],
  ...["\n", "\r", "\t", "\u0000", "\u2028", "\ud800", "\u202e", "\\n", "\\N", "-->", "==>", "--", "-. x .->"],
  ...["end", "graph", "flowchart", "subgraph", "class", "style", "click", "%%", "%%{init: {}}%%", "$$x$$", "fa:fa-car"],
  ...["#quot;", "#35;", "&amp;", "<b>", "<br/>", "<script>", "1. ", "- ", "* ", "# ", "**", "_", "~~", "[a](b)"],
  ...["ü", "漢字", "😀", "👩‍👩‍👧", "𝔲"],
];

export const awkwardName = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "grapheme", maxLength: 3 })), { maxLength: 8 })
  .map((parts) => parts.join(""));

const kinds = ["source", "function", "sink"] as const;
const carried = [undefined, undefined, "dead letters", "late data", "log lines"] as const;

const names = (most: number) => fc.uniqueArray(awkwardName, { minLength: 1, maxLength: most });

export interface AwkwardGraph {
  readonly topology: Topology;
  readonly marks: TopologyMarks | undefined;
}

/** Meshes of up to 25 members and clusters whose names are made of such pieces, with and without marks. */
export const awkwardGraph: fc.Arbitrary<AwkwardGraph> = fc
  .record({
    members: names(25),
    locals: names(15),
    clusters: names(3),
    edges: fc.array(
      fc.record({ member: fc.nat(), topic: fc.nat(), isWritten: fc.boolean(), carries: fc.constantFrom(...carried) }),
      { maxLength: 60 },
    ),
    isMarked: fc.boolean(),
  })
  .map(({ members, locals, clusters, edges, isMarked }) => {
    const at = <Item>(items: readonly Item[], index: number): readonly Item[] =>
      items.slice(index % items.length).slice(0, 1);
    const topics = locals.map((local, index) => ({
      name: `${index % 5 === 0 ? "non-" : ""}persistent://retail/${index % 3 === 0 ? "other" : "orders"}/${local}`,
      pulsarClusters: index % 4 === 0 ? clusters : at(clusters, index),
      owned: index % 6 !== 0,
      partitions: index % 3,
    }));
    const topology: Topology = {
      members: members.map((name, index): TopologyMember => ({
        name,
        kind: kinds[index % 3] ?? "function",
        runtime: "java",
        clusters: [...at(clusters, index), ...(index % 5 === 0 ? at(clusters, index + 1) : [])],
        ...(index % 5 === 0 ? { standby: at(clusters, index + 1) } : {}),
        pulsarClusters: at(clusters, index + 1),
        replicas: index % 4,
        ...(index % 6 === 1 ? { autoscaling: { minReplicas: 1, maxReplicas: index } } : {}),
        ...(index % 7 === 1 ? { paused: true } : {}),
        ...(index % 3 === 1 ? { patterns: at(topics, index).map((topic) => `${topic.name}.*`) } : {}),
        image: "",
      })),
      topics,
      edges: edges.flatMap(({ member, topic, isWritten, carries }) =>
        at(members, member).flatMap((from) =>
          at(topics, topic).map(({ name }): TopologyEdge =>
            isWritten
              ? { from, to: name, ...(carries === undefined ? {} : { carries }) }
              : { from: name, to: from, ...(topic % 4 === 0 ? { pattern: name } : {}) },
          ),
        ),
      ),
    };
    return { topology, marks: isMarked ? marksOf(topology) : undefined };
  });

function marksOf({ members, topics, edges }: Topology): TopologyMarks {
  const marked = (keys: readonly string[]): ReadonlyMap<string, Mark> =>
    new Map(
      keys.flatMap((key, index) => {
        const mark = markKinds[index % 5];
        return mark === undefined ? [] : [[key, mark] as const];
      }),
    );
  return {
    nodes: marked([...members, ...topics].map(({ name }) => name)),
    edges: marked(edges.map(edgeKey)),
    earlier: {
      members: new Map(members.map((each, index) => [each.name, members.at(index - 1) ?? each])),
      topics: new Map(topics.map((each, index) => [each.name, topics.at(index - 1) ?? each])),
    },
  };
}
