import type { MemberPlan } from "./plan";

/**
 * The subscription that an instance is told. Left out it takes `<tenant>/<namespace>/<name>` by itself, which is how members
 * of operator manifests were told of it.
 */
export function toldSubscription(member: MemberPlan): string | undefined {
  if (member.kind === "source" || member.origin === undefined) return member.subscription;
  return member.spec.subscriptionName === "" ? undefined : member.spec.subscriptionName;
}
