import assert from "node:assert/strict";
import { distinctMembers } from "../../../../provider/cli/graph/distinct-members";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, sink } from "../../sample-mesh";

const plan = (name: string, parts: Partial<MeshSpec>) => planMesh(name, sampleMesh(parts)).plan;
const names = (...plans: readonly ReturnType<typeof plan>[]) =>
  distinctMembers(plans).flatMap(({ members }) => members.map(({ name }) => name));

describe("distinctMembers", () => {
  it("leaves names that nobody else has", () => {
    assert.deepEqual(names(plan("m", { functions: { a: javaFunction() } }), plan("n", { sinks: { b: sink() } })), [
      "a",
      "b",
    ]);
  });

  it("tells by kind, then by namespace, then by mesh", () => {
    const first = plan("m", { functions: { a: javaFunction(), b: javaFunction({ name: "a", namespace: "x" }) } });
    const second = plan("n", { sinks: { a: sink() }, functions: { f: javaFunction({ name: "a" }) } });
    assert.deepEqual(names(first, second), [
      "public/default/a (function m-a)",
      "public/x/a (function)",
      "public/default/a (function n-a)",
      "a (sink)",
    ]);
  });
});
