import type { InputUse, MemberPlan } from "./plan";

/**
 * The patterns by which a member finds topics; instances look for persistent topics only. A function with a connector in place of
 * topics finds none.
 */
export const persistentPatterns = (member: MemberPlan): readonly InputUse[] =>
  member.kind === "function" && member.spec.source !== undefined
    ? []
    : member.inputs.filter(({ consumer, persistent }) => consumer.isRegexPattern === true && persistent);
