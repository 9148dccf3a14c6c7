import type { SubscriptionType } from "./subscription-type";

/** Pulsar's types of subscriptions. */
export type SubscriptionTypeName = "Exclusive" | "Shared" | "Failover" | "Key_Shared";

/** How brokers call the types that instances ask for. */
export const subscriptionTypeNames = {
  SHARED: "Shared",
  FAILOVER: "Failover",
  KEY_SHARED: "Key_Shared",
} as const satisfies Readonly<Record<SubscriptionType, SubscriptionTypeName>>;
