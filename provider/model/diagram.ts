import type { MemberPlan } from "./plan";
import type { Topology, TopologyEdge, TopologyMember, TopologyTopic } from "./topology";
import { edgeKey, markColours, type Mark, markKinds, type TopologyMarks } from "./topology-marks";
import { isKnown } from "./unknown";

/** Mermaid's flowchart text of a mesh, coloured where something in it is marked. */
export function diagramOf(topology: Topology, marks?: TopologyMarks): string {
  const ids = nodeIds(topology);
  const lines = [
    "flowchart LR",
    ...memberLines(topology.members, ids),
    ...topicLines(topology.topics, ids),
    ...topology.edges.map(({ from, to, carries }) => `  ${ids.get(from) ?? ""} ${arrow(carries)} ${ids.get(to) ?? ""}`),
    ...externalLines(topology.topics, ids),
    ...(marks === undefined ? [] : markLines(topology, ids, marks)),
  ];
  return `${lines.join("\n")}\n`;
}

/** Identifiers that no name can break. Names of members hold no "://", so they cannot be taken for topics. */
function nodeIds({ members, topics }: Topology): ReadonlyMap<string, string> {
  return new Map([
    ...topics.map(({ name }, index) => [name, `t${index}`] as const),
    ...members.map(({ name }, index) => [name, `m${index}`] as const),
  ]);
}

/** Each kind has its shape: what comes in leans in, what goes out leans out. */
const shapes: Readonly<Record<MemberPlan["kind"] | "topic", readonly [string, string]>> = {
  source: ["[/", "\\]"],
  function: ["[", "]"],
  sink: ["[\\", "/]"],
  topic: ["([", "])"],
};

const node = (id: string, shape: keyof typeof shapes, text: string): string => {
  const [open, close] = shapes[shape];
  return `${id}${open}"${text}"${close}`;
};

/** Members, in a box per Kubernetes cluster when there are several. */
function memberLines(members: readonly TopologyMember[], ids: ReadonlyMap<string, string>): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const member of members) {
    const cluster = member.clusters.join(", ");
    const replicas = member.replicas === 1 ? "" : ` × ${escaped(String(member.replicas))}`;
    const text = `${escaped(member.name)}<br/>${member.kind}${replicas}`;
    const line = node(ids.get(member.name) ?? "", member.kind, text);
    const group = groups.get(cluster);
    if (group === undefined) groups.set(cluster, [line]);
    else group.push(line);
  }
  if (groups.size <= 1) return [...groups.values()].flat().map((line) => `  ${line}`);
  return [...groups].flatMap(([cluster, lines], index) => [
    `  subgraph k${index}["${escaped(cluster)}"]`,
    ...lines.map((line) => `    ${line}`),
    "  end",
  ]);
}

function topicLines(topics: readonly TopologyTopic[], ids: ReadonlyMap<string, string>): readonly string[] {
  const places = new Set(topics.filter(({ name }) => isKnown(name)).map(({ name }) => placeOf(name)));
  return topics.map(({ name, partitions }) => {
    const text = places.size === 1 ? name.slice(placeOf(name).length) : name.replace(/^persistent:\/\//, "");
    const many = partitions === undefined || partitions === 0 ? "" : `<br/>${escaped(String(partitions))} partitions`;
    return `  ${node(ids.get(name) ?? "", "topic", escaped(text) + many)}`;
  });
}

/** What stands before a topic's local name. */
const placeOf = (topic: string): string => /^[a-z-]+:\/\/[^/]*\/[^/]*\//.exec(topic)?.[0] ?? "";

function externalLines(topics: readonly TopologyTopic[], ids: ReadonlyMap<string, string>): readonly string[] {
  const external = topics.filter(({ owned }) => !owned).map(({ name }) => ids.get(name) ?? "");
  return external.length === 0
    ? []
    : ["  classDef external stroke-dasharray: 4 3", `  class ${external.join(",")} external`];
}

function nodeStyle(mark: Mark): string {
  const { fill, line, text } = markColours[mark];
  return `fill:${fill},stroke:${line},color:${text}${mark === "removed" ? ",stroke-dasharray:6 4" : ""}`;
}

const edgeStyle = (mark: Mark): string =>
  `stroke:${markColours[mark].line},stroke-width:2px${mark === "removed" ? ",stroke-dasharray:6 4" : ""}`;

function markLines({ edges }: Topology, ids: ReadonlyMap<string, string>, marks: TopologyMarks): readonly string[] {
  return markKinds.flatMap((mark) => {
    const nodes = [...ids].filter(([name]) => marks.nodes.get(name) === mark).map(([, id]) => id);
    // Mermaid counts edges in the order in which they stand.
    const links = edges.flatMap((edge, index) => (marks.edges.get(edgeKey(edge)) === mark ? [index] : []));
    return [
      ...(nodes.length === 0 ? [] : [`  classDef ${mark} ${nodeStyle(mark)}`, `  class ${nodes.join(",")} ${mark}`]),
      ...(links.length === 0 ? [] : [`  linkStyle ${links.join(",")} ${edgeStyle(mark)}`]),
    ];
  });
}

const arrow = (carries: TopologyEdge["carries"]): string => (carries === undefined ? "-->" : `-. ${carries} .->`);

/** Text within quotes: Mermaid reads `#name;` as a character, and HTML. */
const escaped = (text: string): string =>
  isKnown(text) ? text.replace(/[#"<>&`\\\n\r]/g, (character) => `#${character.charCodeAt(0)};`) : "(computed)";
