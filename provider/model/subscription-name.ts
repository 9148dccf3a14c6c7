import { lineFault } from "./line-fault";
import { urlLengthFault } from "./url-length-fault";
import type { FunctionPlan, MemberPlan, SinkPlan } from "./plan";

/**
 * The subscription that an instance is told. Left out it takes `<tenant>/<namespace>/<name>` by itself, which is how members
 * of operator manifests were told of it.
 */
export function toldSubscription(member: MemberPlan): string | undefined {
  if (member.kind === "source" || member.origin === undefined) return member.subscription;
  return member.spec.subscriptionName === "" ? undefined : member.spec.subscriptionName;
}

/**
 * Whether an instance is told that its subscription goes with it. None acts on it, so members of a mesh are not told: what is to go
 * is a resource, and to change one's mind restarts nothing.
 */
export const toldCleanup = ({ origin, spec }: FunctionPlan | SinkPlan): boolean =>
  origin !== undefined && spec.cleanupSubscription === true;

/** Why a subscription cannot be called so; undefined for a name that is all right. */
export function subscriptionNameFault(name: string): string | undefined {
  if (name === "") return "is empty";
  return lineFault(name) ?? (name.trim() === name ? urlLengthFault(name) : "begins or ends with a blank");
}
