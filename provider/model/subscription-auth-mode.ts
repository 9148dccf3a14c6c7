/** What ties a subscription's name to the role that uses it: nothing, or that the role is its beginning. */
export type SubscriptionAuthMode = "None" | "Prefix";
