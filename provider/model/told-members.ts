import { childName } from "./names";
import type { MemberPlan, MeshPlan } from "./plan";

/** A plan for pictures and words, in which members that share a name are told by their keys as well, all but the one that keeps it. */
export const toldMembers = (plan: MeshPlan): MeshPlan => ({
  ...plan,
  members: plan.members.map((member) => (isCalledByKey(plan.name, member) ? withKey(member) : member)),
});

/** True for a member that shares its name with the one that keeps it. */
export const isCalledByKey = (mesh: string, { origin, key, spec, childName: child }: MemberPlan): boolean =>
  origin === undefined && spec.name !== undefined && spec.name !== key && child === childName(mesh, key);

const withKey = (member: MemberPlan): MemberPlan => ({ ...member, name: `${member.name} (${member.key})` });
