/** Policies of a Pulsar namespace. What is left out is not managed: the broker's own setting holds. */
export interface NamespaceSpec {
  /** How long and how much is kept of messages that every subscription has acknowledged. */
  readonly retention?: RetentionSpec;
  /** Names of the Pulsar clusters that the namespace is replicated to, the local one included. */
  readonly replicationClusters?: readonly string[];
  /**
   * Seconds after which a message that was not acknowledged is acknowledged by the broker. 0 means never.
   * @integer
   */
  readonly messageTtlSeconds?: number;
  /** Let the broker drop messages a producer sends twice. Effectively-once needs it. */
  readonly deduplication?: boolean;
}

/** Retention of acknowledged messages; the first limit reached holds. */
export interface RetentionSpec {
  /**
   * Minutes; -1 keeps for ever, 0 keeps nothing.
   * @integer
   */
  readonly minutes: number;
  /**
   * Size as a quantity (`"512Mi"`, `"10Gi"`; whole mebibytes), `"unlimited"`, or `"0"` to keep nothing.
   * @example "10Gi"
   */
  readonly size: string;
}
