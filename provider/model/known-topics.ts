import type { MemberPlan, MeshPlan, TopicUse } from "./plan";
import { isKnown } from "./unknown";
import { writtenTopics } from "./written-topics";

/**
 * The full names of topics that other resources compute, as far as they are known, by their placeholders in a plan. `known` is the same
 * mesh, planned with what is known.
 */
export function knownTopics(plan: MeshPlan, known: MeshPlan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (plan === known) return names;
  plan.members.forEach((member, index) => {
    const computed = usesOf(member).filter(({ name }) => !isKnown(name));
    const there = known.members[index];
    if (computed.length === 0 || there === undefined) return;
    const byPath = new Map(usesOf(there).map(({ path, name }) => [path, name]));
    for (const { path, name } of computed) {
      const text = byPath.get(path);
      if (text !== undefined) names.set(name, text);
    }
  });
  return names;
}

const usesOf = (member: MemberPlan): readonly TopicUse[] => [...member.inputs, ...writtenTopics(member)];
