import type { ProcessingGuarantee } from "./reader";
import type { MemberPlan } from "./plan";

/**
 * A window acknowledges its messages itself once they have left it, and Pulsar refuses it any other guarantee. Instances of
 * operator manifests are told what these state.
 */
export function guaranteeOf(member: MemberPlan): ProcessingGuarantee {
  const isWindowed = member.kind === "function" && member.spec.windowConfig !== undefined;
  return member.spec.processingGuarantee ?? (isWindowed && member.origin === undefined ? "manual" : "atleast_once");
}

/** Whether the instance acknowledges messages once they are processed. */
export function isAutoAcked(member: MemberPlan): boolean {
  if (member.kind === "source") return true;
  return member.spec.autoAck ?? guaranteeOf(member) !== "manual";
}
