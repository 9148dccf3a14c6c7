import type { InputUse, MemberPlan } from "./plan";

/** The patterns by which a member reads. With a connector in place of topics a function reads nothing by patterns either. */
export const readByPatterns = (member: MemberPlan): readonly InputUse[] =>
  member.kind === "function" && member.spec.source !== undefined
    ? []
    : member.inputs.filter(({ consumer }) => consumer.isRegexPattern === true);
