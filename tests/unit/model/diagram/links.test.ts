import assert from "node:assert/strict";
import { linksOf } from "../../../../provider/model/diagram/links";
import { edgeKey } from "../../../../provider/model/topology-marks";
import { member, reads, topic, topicName, writes } from "./sample-topology";

describe("links", () => {
  const written = writes("a", "x", "late data");
  const read = reads("b", "x");
  const note = writes("a", "y", "dead letters");
  const graph = {
    members: [member("a"), member("b")],
    topics: [topic("x"), topic("y"), topic("z")],
    edges: [written, read, note, writes("b", "z")],
  };
  const plain = { carries: undefined, isFound: false, topic: undefined, mark: undefined };

  it("are edges, and lines in place of folded topics", () => {
    const folds = new Map([
      [topicName("x"), { kind: "line", written, read } as const],
      [topicName("y"), { kind: "note", written: note } as const],
    ]);
    const marks = { nodes: new Map(), edges: new Map([[edgeKey(written), "added"] as const]) };
    assert.deepEqual(linksOf(graph, folds, marks), [
      { ...plain, from: "b", to: topicName("z") },
      { from: "a", to: "b", carries: "late data", isFound: false, topic: topicName("x"), mark: "added" },
    ]);
  });

  it("say which topics are found by a pattern, on a line as well", () => {
    const pattern = { ...read, pattern: topicName("x.*") };
    const edges = [written, pattern];
    const folds = new Map([[topicName("x"), { kind: "line", written, read: pattern } as const]]);
    for (const [of, want] of [
      [linksOf({ ...graph, edges }, new Map(), undefined), [false, true]],
      [linksOf({ ...graph, edges }, folds, undefined), [true]],
    ] as const) {
      assert.deepEqual(
        of.map(({ isFound }) => isFound),
        want,
      );
    }
  });

  it("leave out the log lines that are counted", () => {
    const folds = new Map([[topicName("z"), { kind: "count", written: graph.edges.slice(3) } as const]]);
    assert.deepEqual(
      linksOf(graph, folds, undefined),
      graph.edges.slice(0, 3).map(({ from, to, carries }) => ({ ...plain, from, to, carries })),
    );
  });
});
