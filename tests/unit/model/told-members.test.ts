import assert from "node:assert/strict";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { toldMembers } from "../../../provider/model/told-members";
import { topologyOf } from "../../../provider/model/topology";
import { javaFunction, sampleMesh } from "../sample-mesh";

const told = (functions: MeshSpec["functions"]) =>
  toldMembers(planMesh("mesh", sampleMesh({ functions: functions ?? {} })).plan);

describe("toldMembers", () => {
  it("leaves names that one member has", () => {
    const { members } = told({ a: javaFunction(), b: javaFunction({ name: "c" }) });
    assert.deepEqual(
      members.map(({ name }) => name),
      ["a", "c"],
    );
  });

  it("tells members that share a name apart, so that pictures show each", () => {
    const topology = topologyOf(told({ a: javaFunction(), b: javaFunction({ name: "a", namespace: "x" }) }));
    assert.deepEqual(
      topology.members.map(({ name }) => name),
      ["a", "a (b)"],
    );
    assert.deepEqual(
      topology.edges.filter(({ to }) => to === "a (b)").map(({ from }) => from),
      ["persistent://public/x/in"],
    );
  });
});
