import assert from "node:assert/strict";
import { flowOf } from "../../../../provider/model/rules/flow";
import { shortestRound } from "../../../../provider/model/rules/shortest-round";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";

/** Members by what they read and write; the round from the first of them, by name. */
function roundOf(members: Readonly<Record<string, readonly [string, string]>>): readonly string[] | undefined {
  const functions = Object.entries(members).map(([key, [input, output]]) => {
    return [key, javaFunction({ input: { topics: input.split(" ") }, output: { topic: output } })] as const;
  });
  const { plan } = planMesh("mesh", sampleMesh({ functions: Object.fromEntries(functions) }));
  const flow = flowOf(plan);
  return shortestRound(flow, 0)?.members.map((node) => flow.names[node] ?? "");
}

describe("shortestRound", () => {
  it("is none in a row", () => {
    assert.equal(roundOf({ a: ["1", "2"], b: ["2", "3"] }), undefined);
  });
  it("is none where a member feeds only itself", () => {
    assert.equal(roundOf({ a: ["1", "1"], b: ["1", "2"] }), undefined);
  });
  it("is the shorter of two", () => {
    const members = { a: ["1", "2"], b: ["2", "3"], c: ["3", "1"], d: ["2", "1"] } as const;
    assert.deepEqual(roundOf(members), ["a", "d"]);
  });
  it("goes by others where the member feeds itself as well", () => {
    assert.deepEqual(roundOf({ a: ["1 2", "2"], b: ["2", "1"] }), ["a", "b"]);
  });
  it("takes a topic twice where all write and read it", () => {
    assert.deepEqual(roundOf({ a: ["1", "1"], b: ["1", "1"] }), ["a", "b"]);
  });
});
