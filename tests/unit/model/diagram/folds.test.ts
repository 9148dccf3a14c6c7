import assert from "node:assert/strict";
import { foldsOf } from "../../../../provider/model/diagram/folds";
import { memberHomes } from "../../../../provider/model/diagram/homes";
import type { Topology, TopologyEdge, TopologyTopic } from "../../../../provider/model/topology";
import { edgeKey, type Mark, type TopologyMarks } from "../../../../provider/model/topology-marks";
import { large, member, reads, topic, topicName, writes } from "./sample-topology";

interface Row {
  readonly name: string;
  readonly edges: readonly TopologyEdge[];
  readonly topic?: Partial<TopologyTopic>;
  /** Marks of the topic and of the edges, in their order. */
  readonly marks?: readonly (Mark | undefined)[];
  readonly want: "line" | "note" | "count" | undefined;
}

const logs = ["a", "b", "c", "d"].map((name) => writes(name, "x", "log lines"));
const through = [writes("a", "x"), reads("b", "x")];

const rows: readonly Row[] = [
  { name: "one writer and one reader", edges: through, want: "line" },
  {
    name: "one writer of dead letters and one reader",
    edges: [writes("a", "x", "dead letters"), reads("b", "x")],
    want: "line",
  },
  { name: "two readers", edges: [...through, reads("c", "x")], want: undefined },
  { name: "two writers", edges: [...through, writes("c", "x")], want: undefined },
  { name: "no reader", edges: [writes("a", "x")], want: undefined },
  { name: "no writer", edges: [reads("a", "x")], want: undefined },
  { name: "no edge", edges: [], want: undefined },
  { name: "one member that writes and reads", edges: [writes("a", "x"), reads("a", "x")], want: undefined },
  { name: "somebody else's topic", edges: through, topic: { owned: false }, want: undefined },
  {
    name: "a topic in two Pulsar clusters, as most are",
    edges: through,
    topic: { pulsarClusters: ["p", "q"] },
    want: "line",
  },
  { name: "dead letters that nobody reads", edges: [writes("a", "x", "dead letters")], want: "note" },
  {
    name: "dead letters of two members",
    edges: ["a", "b"].map((name) => writes(name, "x", "dead letters")),
    want: "count",
  },
  {
    name: "late data of two members, with a reader",
    edges: [...["a", "b"].map((name) => writes(name, "x", "late data")), reads("c", "x")],
    want: "count",
  },
  {
    name: "dead letters of one of two members",
    edges: [writes("a", "x", "dead letters"), writes("b", "x"), reads("c", "x")],
    want: undefined,
  },
  { name: "log lines of four members", edges: logs, want: "count" },
  { name: "log lines of three members", edges: logs.slice(1), want: undefined },
  { name: "log lines of four members, with a reader", edges: [...logs, reads("e", "x")], want: "count" },
  { name: "an added edge", edges: through, marks: [undefined, undefined, "added"], want: undefined },
  { name: "a changed topic", edges: through, marks: ["changed"], want: undefined },
  { name: "what is added as a whole", edges: through, marks: ["added", "added", "added"], want: "line" },
  { name: "added dead letters", edges: [writes("a", "x", "dead letters")], marks: ["added", "added"], want: undefined },
  {
    name: "one more among log lines",
    edges: [...logs, writes("e", "x", "log lines")],
    marks: [undefined, "added"],
    want: "count",
  },
  { name: "one more of too few log lines", edges: logs, marks: [undefined, "added"], want: undefined },
];

const folds = (graph: Topology, marks?: TopologyMarks) => foldsOf(graph, memberHomes(graph), marks);

function foldOf({ edges, topic: parts, marks = [] }: Row, isLarge: boolean) {
  const graph = { members: ["a", "b", "c", "d", "e"].map((name) => member(name)), topics: [topic("x", parts)], edges };
  const [ofTopic, ...ofEdges] = marks;
  return folds(isLarge ? large(graph) : graph, {
    nodes: new Map(ofTopic === undefined ? [] : [[topicName("x"), ofTopic]]),
    edges: new Map(
      edges.flatMap((edge, index) => {
        const mark = ofEdges[index];
        return mark === undefined ? [] : [[edgeKey(edge), mark] as const];
      }),
    ),
  }).get(topicName("x"));
}

describe("folds", () => {
  for (const row of rows) {
    it(`of ${row.name}: ${row.want ?? "none"}`, () => {
      assert.equal(foldOf(row, true)?.kind, row.want);
      assert.equal(foldOf(row, false), undefined);
    });
  }

  it("leave edges that are marked", () => {
    const edges = [...logs, writes("e", "x", "log lines")];
    const fold = foldOf({ name: "", edges, marks: [undefined, "added"], want: "count" }, true);
    assert.deepEqual(fold, { kind: "count", written: edges.slice(1) });
  });

  it("leave topics whose Pulsar cluster would not be told", () => {
    const [inP, inQ] = [{ pulsarClusters: ["p"] }, { pulsarClusters: ["q"] }];
    const topics = [topic("x", inP), topic("y", inQ)];
    const folded = (reader: { readonly pulsarClusters: readonly string[] }) => {
      const graph = { members: [member("a", inP), member("b", reader), member("c", inQ)], topics, edges: through };
      return [...folds(large(graph)).keys()];
    };
    assert.deepEqual(folded(inP), [topicName("x")]);
    assert.deepEqual(folded(inQ), []);
  });

  it("are made of topics that are where most are, which is said once", () => {
    const spread = { pulsarClusters: ["p", "q"] };
    const edges = [...through, writes("a", "y"), reads("b", "y")];
    const members = [member("a", { pulsarClusters: ["p"] }), member("b", { pulsarClusters: ["q"] })];
    const folded = (topics: readonly TopologyTopic[]) => [...folds(large({ members, topics, edges })).keys()];
    assert.deepEqual(folded([topic("x", spread), topic("y", spread)]), [topicName("x"), topicName("y")]);
    assert.deepEqual(folded([topic("x", spread), topic("y", { pulsarClusters: ["p"] })]), []);
  });

  it("begin with thirteen members", () => {
    const members = (count: number) => Array.from({ length: count }, (_, index) => member(`m${index}`));
    const graph = { topics: [topic("x")], edges: [writes("m0", "x"), reads("m1", "x")] };
    assert.equal(folds({ members: members(12), ...graph }).size, 0);
    assert.equal(folds({ members: members(13), ...graph }).size, 1);
  });
});
