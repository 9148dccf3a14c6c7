/** How `pulumi up` waits for a member to work. */
export interface RolloutSpec {
  /**
   * Seconds until a member must work: pods ready, instances attached to their topics.
   * @default 300
   * @example 600
   * @integer
   */
  readonly timeoutSeconds?: number;
  /**
   * Wait until the broker sees the instances attached to their topics, not only until the pods are ready. Turn it off where
   * the provider's role may not read the statistics of topics.
   * @default true
   * @example false
   */
  readonly attachment?: boolean;
}
