/** When a topic counts as inactive: it has no subscriptions, or all of them have read everything; and nobody is connected. */
export type InactiveTopicDeleteMode = "delete_when_no_subscriptions" | "delete_when_subscriptions_caught_up";

/** What the broker does with topics that nobody uses. */
export interface InactiveTopicPoliciesSpec {
  /**
   * Whether the broker deletes them, with their messages.
   * @example false
   */
  readonly deleteWhileInactive: boolean;
  /**
   * When a topic counts as inactive.
   * @default "delete_when_no_subscriptions"
   * @example "delete_when_subscriptions_caught_up"
   */
  readonly inactiveTopicDeleteMode?: InactiveTopicDeleteMode;
  /**
   * Seconds that it has to be inactive before it is deleted.
   * @default 60
   * @example 86400
   * @integer
   */
  readonly maxInactiveDurationSeconds?: number;
}
