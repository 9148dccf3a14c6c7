import type { OffloadPoliciesSpec } from "./offload-policies";

/** Storage that old messages of a topic go to, and when they go there. */
export interface TopicOffloadPoliciesSpec extends OffloadPoliciesSpec {
  /**
   * Size of the topic from which on its older messages go there, as a quantity.
   * @default the broker's own setting
   * @example "10Gi"
   */
  readonly threshold?: string;
  /**
   * Age in seconds from which on messages go there.
   * @default the broker's own setting
   * @example 86400
   * @integer
   */
  readonly thresholdSeconds?: number;
  /**
   * Milliseconds that messages which went there stay in BookKeeper as well.
   * @default the broker's own setting
   * @example 14400000
   * @integer
   */
  readonly deletionLagMs?: number;
}
