import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh } from "../../sample-mesh";
import { testRule, two } from "./broken-meshes";

const topics = { in: { terminal: true }, out: { terminal: true } };
const mesh = (abandon: boolean): MeshSpec =>
  sampleMesh({
    ...two,
    kubernetes: { east: {}, west: { pulsar: "east", namespace: "far", abandon } },
    topics,
    functions: {
      here: javaFunction({ cluster: "east" }),
      both: javaFunction({ placement: [{ cluster: "east" }, { cluster: "west" }] }),
    },
  });

testRule("FM024", [
  { name: "a cluster that is left behind", spec: mesh(true), want: ["FM024? kubernetes.west.abandon"] },
  { name: "a cluster that is not", spec: mesh(false), want: [] },
]);

describe("rule FM024", () => {
  it("lists what may still be there, and how to find it", () => {
    const [problem] = planMesh("mesh", mesh(true)).problems;
    assert.equal(problem?.message, "leaves behind, unasked: functions.both (StatefulSet far/mesh-both-west)");
    assert.match(problem?.help ?? "", /kubectl -n far delete .* -l app\.kubernetes\.io\/part-of=mesh$/);
  });

  it("does not name a workload without the letters that only the state has", () => {
    const [problem] = planMesh("mesh", { ...mesh(true), naming: "unique" }).problems;
    assert.equal(
      problem?.message,
      "leaves behind, unasked: functions.both (a StatefulSet in far whose name begins with mesh-both-west-)",
    );
  });

  it("does not say that nothing is there where the program has no member there", () => {
    const { functions, ...empty } = mesh(true);
    assert.ok(functions?.["here"] !== undefined);
    const [problem] = planMesh("mesh", { ...empty, functions: { here: functions["here"] } }).problems;
    assert.match(problem?.message ?? "", /unasked: what members had there until now; the program has none there$/);
  });
});
