import assert from "node:assert/strict";
import {
  beyond,
  inOrderOf,
  listsOf,
  widened,
  within,
  withoutCluster,
} from "../../../../provider/pulsar/resource/cluster-lists";

describe("provider/pulsar/resource/cluster-lists", () => {
  const lists = { a: ["x", "y"], b: ["z"] };

  it("are read from properties, without those that are empty or no lists", () => {
    assert.deepEqual(listsOf({ a: ["x"], b: [], c: "x", d: ["y"] }, ["a", "b", "c"]), { a: ["x"] });
  });
  it("are compared list by list, and an empty one is none", () => {
    const others = { a: ["y"], b: ["z"] };
    assert.deepEqual(beyond(lists, others), { a: ["x"] });
    assert.deepEqual(within(lists, { ...others, b: undefined }), { a: ["y"] });
    assert.deepEqual(withoutCluster(lists, "z"), { a: ["x", "y"] });
    assert.deepEqual(withoutCluster(lists, undefined), lists);
  });
  it("come after what properties have, once", () => {
    assert.deepEqual(widened({ a: ["y", "w"], n: 1 }, lists), { a: ["y", "w", "x"], b: ["z"], n: 1 });
  });
  it("stand in the order of the program", () => {
    assert.deepEqual(inOrderOf(["y", "q", "x"], ["x", "w", "y"]), ["y", "x", "w"]);
  });
});
