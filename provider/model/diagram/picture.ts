import { grouped } from "../grouped";
import type { MemberPlan } from "../plan";
import type { Topology, TopologyEdge } from "../topology";
import { type Mark, markKinds, type TopologyMarks } from "../topology-marks";
import { boxed, type Part } from "./boxes";
import { flowOrder } from "./flow-order";
import type { Fold } from "./fold";
import { foldsOf, isLarge } from "./folds";
import { type Home, memberHomes, topicHomes } from "./homes";
import { type Link, linksOf } from "./links";
import { memberLines, topicLines, topicNameLines, type Wording } from "./node-lines";
import { type PulsarSaying, pulsarSaying } from "./pulsar-saying";
import { shownLines } from "./shown-text";
import { topicNames } from "./topic-names";

/** What is drawn of a mesh, in boxes, nodes and lines; each format writes it in its own syntax. */
export interface Picture {
  readonly isLarge: boolean;
  readonly parts: readonly Part<PictureNode>[];
  /** All nodes among the parts. */
  readonly nodes: readonly PictureNode[];
  readonly lines: readonly PictureLine[];
  /** The marks that occur. */
  readonly marks: readonly Mark[];
  /** What is said once of all of it. */
  readonly note: readonly string[];
}

export interface PictureNode {
  /** An identifier that no name can break. */
  readonly id: string;
  readonly shape: MemberPlan["kind"] | "topic";
  readonly text: readonly string[];
  /** It belongs to somebody else. */
  readonly isExternal: boolean;
  readonly mark: Mark | undefined;
}

export interface PictureLine {
  readonly from: string;
  readonly to: string;
  readonly text: readonly string[];
  /** It carries something else than results. */
  readonly isAside: boolean;
  /** Its end finds what is at its start by a pattern. */
  readonly isFound: boolean;
  readonly mark: Mark | undefined;
}

/** Works out what is drawn, in the order in which messages flow. */
export function pictureOf(topology: Topology, marks?: TopologyMarks): Picture {
  const sketch = sketchOf(topology, marks);
  const drawn = new Map([...memberNodes(sketch), ...topicNodes(sketch)]);
  const links = linksOf(topology, sketch.folds, marks);
  const order = flowOrder([...drawn.keys()], links);
  const placed = order.flatMap((name) => {
    const node = drawn.get(name);
    return node === undefined ? [] : [{ node, home: sketch.homes.get(name) ?? {} }];
  });
  const nodes = placed.map(({ node }) => node);
  const lines = linesOf(sketch, inOrder(links, order), drawn);
  const used = new Set([...nodes, ...lines].map(({ mark }) => mark));
  return {
    isLarge: sketch.wording.isLarge,
    parts: boxed(placed),
    nodes,
    lines,
    marks: markKinds.filter((mark) => used.has(mark)),
    note: noteOf(sketch.wording.saying),
  };
}

const noteOf = (saying: PulsarSaying): readonly string[] =>
  saying.kind === "once" ? shownLines(`Topics are in Pulsar ${saying.clusters} unless they say otherwise`) : [];

/** What is known about the graph before anything is drawn. */
interface Sketch {
  readonly topology: Topology;
  readonly marks: TopologyMarks | undefined;
  readonly folds: ReadonlyMap<string, Fold>;
  readonly homes: ReadonlyMap<string, Home>;
  readonly wording: Wording;
}

function sketchOf(topology: Topology, marks: TopologyMarks | undefined): Sketch {
  const members = memberHomes(topology);
  const folds = foldsOf(topology, members, marks);
  const wording = {
    topicNames: topicNames(topology),
    isLarge: isLarge(topology),
    saying: pulsarSaying(topology),
  };
  return { topology, marks, folds, homes: new Map([...members, ...topicHomes(topology, members, folds)]), wording };
}

type NamedNode = readonly [string, PictureNode];

function memberNodes({ topology, marks, folds, wording }: Sketch): readonly NamedNode[] {
  const notes = grouped([...folds.values()].flatMap(notedEdges).map((edge) => [edge.from, edge]));
  return topology.members.map((member, index) => [
    member.name,
    {
      id: `m${index}`,
      shape: member.kind,
      text: memberLines(
        member,
        { earlier: marks?.earlier?.members.get(member.name), notes: notes.get(member.name) ?? [] },
        wording,
      ),
      isExternal: false,
      mark: marks?.nodes.get(member.name),
    },
  ]);
}

/** Members say where their dead letters and late data go; of log lines that is said by their topic alone. */
function notedEdges(fold: Fold): readonly TopologyEdge[] {
  if (fold.kind === "note") return [fold.written];
  return fold.kind === "count" ? fold.written.filter(({ carries }) => carries !== "log lines") : [];
}

const topicNodes = ({ topology, marks, folds, homes, wording }: Sketch): readonly NamedNode[] =>
  topology.topics.flatMap((topic, index) => {
    const fold = folds.get(topic.name);
    if (fold !== undefined && fold.kind !== "count") return [];
    const about = { earlier: marks?.earlier?.topics.get(topic.name), fold, box: homes.get(topic.name)?.pulsar };
    const node: PictureNode = {
      id: `t${index}`,
      shape: "topic",
      text: topicLines(topic, about, wording),
      isExternal: !topic.owned,
      mark: marks?.nodes.get(topic.name),
    };
    return [[topic.name, node] as const];
  });

function inOrder(links: readonly Link[], order: readonly string[]): readonly Link[] {
  const places = new Map(order.map((name, index) => [name, index]));
  const placeOf = (name: string): number => places.get(name) ?? 0;
  return [...links].sort(
    (left, right) => placeOf(left.from) - placeOf(right.from) || placeOf(left.to) - placeOf(right.to),
  );
}

function linesOf(
  { topology, wording }: Sketch,
  links: readonly Link[],
  nodes: ReadonlyMap<string, PictureNode>,
): readonly PictureLine[] {
  const topics = new Map(topology.topics.map((topic) => [topic.name, topic]));
  return links.flatMap(({ from, to, carries, isFound, topic, mark }) => {
    const [start, end] = [nodes.get(from), nodes.get(to)];
    if (start === undefined || end === undefined) return [];
    const named = topic === undefined ? undefined : topics.get(topic);
    const text = [
      ...(carries === undefined ? [] : [carries]),
      ...(named === undefined ? [] : topicNameLines(named, wording)),
    ];
    return [{ from: start.id, to: end.id, text, isAside: carries !== undefined, isFound, mark }];
  });
}
