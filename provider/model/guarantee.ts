import type { ProcessingGuarantee } from "./function";
import type { MemberPlan } from "./plan";

/** A window acknowledges its messages itself once they have left it, and Pulsar refuses it any other guarantee. */
export const guaranteeOf = (member: MemberPlan): ProcessingGuarantee =>
  member.spec.processingGuarantee ??
  (member.kind === "function" && member.spec.windowConfig !== undefined ? "manual" : "atleast_once");

/** Whether the instance acknowledges messages once they are processed. */
export function isAutoAcked(member: MemberPlan): boolean {
  if (member.kind === "source") return true;
  return member.spec.autoAck ?? guaranteeOf(member) !== "manual";
}
