import type { MemberPlan, MeshPlan } from "./plan";
import { toldMembers } from "./told-members";

/** Ever longer names of a member; the first that no other has is what it is called in a picture. */
const names: readonly ((member: MemberPlan) => string)[] = [
  ({ name }) => name,
  ({ name, kind }) => `${name} (${kind})`,
  ({ name, kind, tenant, pulsarNamespace }) => `${tenant}/${pulsarNamespace}/${name} (${kind})`,
  ({ name, kind, tenant, pulsarNamespace, childName }) => `${tenant}/${pulsarNamespace}/${name} (${kind} ${childName})`,
];

/** Plans whose members' names are all different: components of manifests may share one where their kinds or namespaces differ. */
export function distinctMembers(planned: readonly MeshPlan[]): readonly MeshPlan[] {
  const plans = planned.map(toldMembers);
  const counts = names.map((nameOf) => countOf(plans.flatMap(({ members }) => members.map(nameOf))));
  const distinct = (member: MemberPlan): MemberPlan => {
    const level = names.findIndex((nameOf, index) => counts[index]?.get(nameOf(member)) === 1);
    return { ...member, name: (names.at(level) ?? names[0])?.(member) ?? member.name };
  };
  return plans.map((plan) => ({ ...plan, members: plan.members.map(distinct) }));
}

function countOf(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
