import type { FunctionPlan, MemberPlan } from "./plan";
import type { ProcessingGuarantee } from "./reader";
import { isUnknown } from "./unknown";
import type { WindowGuarantee } from "./window";

/**
 * What an instance is told. A window acknowledges its messages itself, as they are read or once they have left it: an instance that did so
 * too would acknowledge them before (Pulsar's own FunctionConfigUtils in 4.0 hands a guarantee on to the window likewise). Instances of
 * operator manifests are told what these state.
 */
export function guaranteeOf(member: MemberPlan): ProcessingGuarantee {
  const stated = member.spec.processingGuarantee;
  const isWindowed = member.kind === "function" && member.spec.windowConfig !== undefined;
  if (!isWindowed || member.origin !== undefined) return stated ?? "atleast_once";
  return stated === undefined || Object.hasOwn(ofWindows, stated) ? "manual" : stated;
}

/** The guarantees that a window keeps, as it calls them. */
export const ofWindows: Readonly<Partial<Record<ProcessingGuarantee, WindowGuarantee>>> = {
  atleast_once: "ATLEAST_ONCE",
  atmost_once: "ATMOST_ONCE",
};

/**
 * What the window of a function does: what it states, else what the function does; a placeholder where that is not known yet. Undefined
 * where a manifest says nothing of it.
 */
export function windowGuarantee({ spec, origin }: FunctionPlan): string | undefined {
  const stated = spec.windowConfig?.processingGuarantees;
  if (stated !== undefined || origin !== undefined) return stated;
  const { processingGuarantee = "atleast_once" } = spec;
  if (isUnknown(processingGuarantee)) return processingGuarantee;
  // Without any nothing would be acknowledged by some versions.
  return ofWindows[processingGuarantee] ?? "ATLEAST_ONCE";
}

/** What the member keeps as a whole, or a placeholder: with a window that is what the window does, whatever its instance is told. */
export function keptGuarantee(member: MemberPlan): string {
  const isWindowed = member.kind === "function" && member.spec.windowConfig !== undefined;
  if (!isWindowed || member.origin !== undefined) return guaranteeOf(member);
  const kept = windowGuarantee(member);
  const [name] = Object.entries(ofWindows).find(([, ofWindow]) => ofWindow === kept) ?? [];
  return name ?? kept ?? "atleast_once";
}

/** Whether the instance acknowledges messages once they are processed. */
export function isAutoAcked(member: MemberPlan): boolean {
  if (member.kind === "source") return true;
  return member.spec.autoAck ?? guaranteeOf(member) !== "manual";
}
