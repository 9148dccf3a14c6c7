import assert from "node:assert/strict";
import { distinctMembers } from "../../../provider/model/distinct-members";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, sink } from "../sample-mesh";

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

  it("tells by key, then by kind, then by namespace, then by mesh", () => {
    const first = plan("m", { functions: { a: javaFunction(), b: javaFunction({ name: "a", namespace: "x" }) } });
    const second = plan("n", { sinks: { a: sink() }, functions: { f: javaFunction({ name: "a", namespace: "x" }) } });
    const third = plan("o", { functions: { a: javaFunction({ namespace: "x" }) } });
    const fourth = plan("p", { functions: { a: javaFunction({ namespace: "x" }) } });
    assert.deepEqual(names(first, second, third, fourth), [
      "public/default/a (function)",
      "a (b)",
      "a (f)",
      "a (sink)",
      "public/x/a (function o-a)",
      "public/x/a (function p-a)",
    ]);
  });
});
