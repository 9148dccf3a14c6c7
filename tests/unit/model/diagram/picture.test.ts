import assert from "node:assert/strict";
import { pictureOf } from "../../../../provider/model/diagram/picture";
import { edgeKey } from "../../../../provider/model/topology-marks";
import { large, member, reads, topic, topicName, writes } from "./sample-topology";

const graph = {
  members: [member("a", { kind: "source" }), member("b"), member("c", { kind: "sink" })],
  topics: [topic("x", { partitions: 2 }), topic("y", { owned: false }), topic("z")],
  edges: [reads("b", "x"), reads("c", "y"), writes("a", "x"), writes("b", "y"), writes("b", "z", "late data")],
};

describe("picture", () => {
  it("of a small mesh has every topic as a node, in the order of the flow", () => {
    const { isLarge, nodes, lines, marks } = pictureOf(graph);
    assert.deepEqual([isLarge, marks], [false, []]);
    assert.deepEqual(
      nodes.map(({ id, shape, isExternal }) => [id, shape, isExternal]),
      [
        ["m0", "source", false],
        ["t0", "topic", false],
        ["m1", "function", false],
        ["t1", "topic", true],
        ["m2", "sink", false],
        ["t2", "topic", false],
      ],
    );
    assert.deepEqual(
      lines.map(({ from, to, text, isAside }) => [from, to, text, isAside]),
      [
        ["m0", "t0", [], false],
        ["t0", "m1", [], false],
        ["m1", "t1", [], false],
        ["m1", "t2", ["late data"], true],
        ["t1", "m2", [], false],
      ],
    );
  });

  it("of a large mesh has topics on lines and in members", () => {
    const { isLarge, nodes, lines } = pictureOf(large(graph));
    assert.equal(isLarge, true);
    assert.deepEqual(
      nodes.slice(0, 4).map(({ id, text }) => [id, text]),
      [
        ["m0", ["a", "source"]],
        ["m1", ["b", "late data: z"]],
        ["t1", ["y"]],
        ["m2", ["c", "sink"]],
      ],
    );
    assert.deepEqual(
      lines.map(({ from, to, text }) => [from, to, text]),
      [
        ["m0", "m1", ["x", "2 partitions"]],
        ["m1", "t1", []],
        ["t1", "m2", []],
      ],
    );
  });

  it("has the marks of nodes and lines, and which there are", () => {
    const nodeMarks = new Map([["b", "changed"] as const, [topicName("z"), "added"] as const]);
    const edgeMarks = new Map(graph.edges.slice(4).map((edge) => [edgeKey(edge), "added"] as const));
    const { nodes, lines, marks } = pictureOf(graph, { nodes: nodeMarks, edges: edgeMarks });
    assert.deepEqual(
      nodes.flatMap(({ id, mark }) => (mark === undefined ? [] : [[id, mark]])),
      [
        ["m1", "changed"],
        ["t2", "added"],
      ],
    );
    assert.deepEqual(
      lines.map(({ mark }) => mark),
      [undefined, undefined, undefined, "added", undefined],
    );
    assert.deepEqual(marks, ["added", "changed"]);
  });

  it("has nodes in boxes", () => {
    const members = [member("a"), member("b", { clusters: ["west"] })];
    const { parts, nodes } = pictureOf({ members, topics: [topic("x")], edges: [writes("a", "x"), reads("b", "x")] });
    assert.deepEqual(
      parts.map((part) => (part.kind === "box" ? [part.box.title, part.box.parts.length] : [])),
      [
        ["Kubernetes east", 2],
        ["Kubernetes west", 1],
      ],
    );
    assert.equal(nodes.length, 3);
  });
});
