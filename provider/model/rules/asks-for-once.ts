import type { MemberPlan } from "../plan";

/** Whether a member is held to what effectively-once needs. A window in Java does not keep it whatever it has, which is FM051's. */
export const asksForOnce = (member: MemberPlan): boolean =>
  member.spec.processingGuarantee === "effectively_once" && !hasWindow(member);

const hasWindow = (member: MemberPlan): boolean =>
  member.kind === "function" && member.runtime === "java" && member.spec.windowConfig !== undefined;
