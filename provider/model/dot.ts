import type { MemberPlan } from "./plan";
import type { Topology, TopologyEdge, TopologyMember, TopologyTopic } from "./topology";
import { edgeKey, markColours, type Mark, type TopologyMarks } from "./topology-marks";
import { isKnown } from "./unknown";

/** Graphviz' DOT text of a mesh, coloured where something in it is marked. */
export function dotOf(topology: Topology, marks?: TopologyMarks): string {
  const ids = nodeIds(topology);
  const id = (name: string): string => ids.get(name) ?? "";
  const lines = [
    "digraph mesh {",
    "  rankdir=LR",
    "  node [fontname=Helvetica]",
    ...memberLines(topology.members, id),
    ...topology.topics.map((topic) => `  ${id(topic.name)} [${topicAttributes(topic)}]`),
    ...topology.edges.map((edge) => `  ${id(edge.from)} -> ${id(edge.to)}${edgeAttributes(edge, marks)}`),
    ...(marks === undefined ? [] : markLines(id, marks)),
    "}",
  ];
  return `${lines.join("\n")}\n`;
}

/** Identifiers that no name can break. Names of members hold no "://", so they cannot be taken for topics. */
const nodeIds = ({ members, topics }: Topology): ReadonlyMap<string, string> =>
  new Map([
    ...topics.map(({ name }, index) => [name, `t${index}`] as const),
    ...members.map(({ name }, index) => [name, `m${index}`] as const),
  ]);

const shapes: Readonly<Record<MemberPlan["kind"], string>> = {
  source: "cds",
  function: "box",
  sink: "house",
};

/** Members, in a box per Kubernetes cluster when there are several. */
function memberLines(members: readonly TopologyMember[], id: (name: string) => string): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const member of members) {
    const cluster = member.clusters.join(", ");
    const lines = groups.get(cluster) ?? [];
    groups.set(cluster, lines);
    lines.push(`  ${id(member.name)} [${memberAttributes(member)}]`);
  }
  if (groups.size <= 1) return [...groups.values()].flat();
  return [...groups].flatMap(([cluster, lines], index) => [
    `  subgraph cluster${index} {`,
    `    label=${quoted(cluster)}`,
    ...lines.map((line) => `  ${line}`),
    "  }",
  ]);
}

function memberAttributes({ name, kind, replicas }: TopologyMember): string {
  const count = replicas === 1 ? "" : ` × ${shown(String(replicas))}`;
  return `shape=${shapes[kind]} label=${quoted(name, `${kind}${count}`)}`;
}

function topicAttributes({ name, partitions, owned }: TopologyTopic): string {
  const many = partitions === undefined || partitions === 0 ? [] : [`${shown(String(partitions))} partitions`];
  const style = owned ? "" : " style=dashed";
  return `shape=ellipse${style} label=${quoted(name.replace(/^persistent:\/\//, ""), ...many)}`;
}

function edgeAttributes(edge: TopologyEdge, marks: TopologyMarks | undefined): string {
  const mark = marks?.edges.get(edgeKey(edge));
  const attributes = [
    ...(edge.carries === undefined ? [] : [`style=dotted label=${quoted(edge.carries)}`]),
    ...(mark === undefined ? [] : [edgeStyle(mark)]),
  ];
  return attributes.length === 0 ? "" : ` [${attributes.join(" ")}]`;
}

function nodeStyle(mark: Mark): string {
  const { fill, line } = markColours[mark];
  return `style=${mark === "removed" ? '"filled,dashed"' : "filled"} fillcolor="${fill}" color="${line}"`;
}

const edgeStyle = (mark: Mark): string =>
  `color="${markColours[mark].line}"${mark === "removed" ? " style=dashed" : ""}`;

/** Attributes that stand later join those of a node that stand before. */
const markLines = (id: (name: string) => string, { nodes }: TopologyMarks): readonly string[] =>
  [...nodes].map(([name, mark]) => `  ${id(name)} [${nodeStyle(mark)}]`);

const shown = (text: string): string => (isKnown(text) ? text : "(computed)");

/** Lines of text between quotes; DOT knows a quote and a backslash as special in it. */
const quoted = (...lines: readonly string[]): string =>
  `"${lines
    .map((line) =>
      shown(line)
        .replace(/[\\"]/g, "\\$&")
        .replace(/[\r\n]/g, " "),
    )
    .join("\\n")}"`;
