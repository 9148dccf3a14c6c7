/** How a change of a member is rolled out, and how `pulumi up` waits for it to work. */
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
  /**
   * Start a new workload for whatever else would restart the pods (another image, another setting), and stop the old one only when
   * the new one works: a version that never becomes ready leaves the old one consuming, with one instance too. For functions and
   * sinks of a mesh whose `naming` is `unique`, without `volumeClaimTemplates`; what brings messages stops first all the same, so
   * among `defaults` it does nothing for sources. Meanwhile there are twice as many pods. Turning it on or off makes a new workload once.
   * @default false: pods are restarted one after the other
   * @example true
   */
  readonly replaceOnRoll?: boolean;
}
