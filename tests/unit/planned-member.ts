import assert from "node:assert/strict";
import type { MemberPlan } from "../../provider/model/plan";
import type { MeshSpec } from "../../provider/model/mesh";
import { planMesh } from "../../provider/model/plan-mesh";
import { sampleMesh } from "./sample-mesh";

/** The plan of a mesh's only member, right or wrong. */
export function onlyMember(parts: Partial<MeshSpec>): MemberPlan {
  const [member, ...others] = planMesh("mesh", sampleMesh(parts)).plan.members;
  assert.ok(member !== undefined && others.length === 0);
  return member;
}

/** The same member as if an operator manifest had stated it. */
export const fromManifest = (member: MemberPlan): MemberPlan => ({
  ...member,
  origin: { componentName: member.name, pulsar: { configMap: "pulsar" }, clusterName: "kubernetes" },
});
