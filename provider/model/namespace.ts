import type { RetentionSpec } from "./retention";

/** Policies of a Pulsar namespace. What is left out is not managed: the broker's own setting holds. */
export interface NamespaceSpec {
  /**
   * How long and how much is kept of messages that every subscription has acknowledged.
   * @default the broker's own setting
   * @example { "minutes": 1440, "size": "10Gi" }
   */
  readonly retention?: RetentionSpec;
  /**
   * Names of the Pulsar clusters that the namespace is replicated to, the local one included.
   * @default the broker's own setting
   * @example ["pulsar-east", "pulsar-west"]
   */
  readonly replicationClusters?: readonly string[];
  /**
   * Seconds after which a message that was not acknowledged is acknowledged by the broker. 0 means never.
   * @default the broker's own setting
   * @example 86400
   * @integer
   */
  readonly messageTtlSeconds?: number;
  /**
   * Let the broker drop messages a producer sends twice. Effectively-once needs it.
   * @default the broker's own setting
   * @example true
   */
  readonly deduplication?: boolean;
}
