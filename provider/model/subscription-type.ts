import type { MemberSpecOfKind } from "./keyed-member";
import type { SubscriptionTypeName } from "./subscription-type-name";

export type SubscriptionType = "SHARED" | "FAILOVER" | "KEY_SHARED";

/** How brokers call them. */
export const subscriptionTypeNames = {
  SHARED: "Shared",
  FAILOVER: "Failover",
  KEY_SHARED: "Key_Shared",
} as const satisfies Readonly<Record<SubscriptionType, SubscriptionTypeName>>;

/** How the instances of a member share its subscription; undefined for sources. */
export function subscriptionTypeOf(member: MemberSpecOfKind): SubscriptionType | undefined {
  if (member.kind === "source") return undefined;
  const { retainOrdering, retainKeyOrdering, processingGuarantee } = member.spec;
  if (retainOrdering === true || processingGuarantee === "effectively_once") return "FAILOVER";
  return retainKeyOrdering === true ? "KEY_SHARED" : "SHARED";
}
