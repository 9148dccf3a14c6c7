/** Pulsar's types of subscriptions. */
export type SubscriptionTypeName = "Exclusive" | "Shared" | "Failover" | "Key_Shared";
