import type { MemberPlan } from "./plan";

/** True for a member that brings messages from outside: two of it at once bring each of them twice. */
export const bringsMessages = (member: MemberPlan): boolean =>
  member.kind === "source" || (member.kind === "function" && member.spec.source !== undefined);
