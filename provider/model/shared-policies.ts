import type { BacklogQuotaSpec } from "./backlog-quota";
import type { DelayedDeliverySpec } from "./delayed-delivery";
import type { DispatchRateSpec } from "./dispatch-rate";
import type { InactiveTopicPoliciesSpec } from "./inactive-topics";
import type { PersistenceSpec } from "./persistence";
import type { PublishRateSpec } from "./publish-rate";
import type { RetentionSpec } from "./retention";
import type { SchemaCompatibilityStrategy } from "./schema-compatibility-strategy";
import type { SubscribeRateSpec } from "./subscribe-rate";
import type { SubscriptionTypeName } from "./subscription-type-name";

/**
 * Policies that a namespace sets for its topics, and a topic for itself. What is left out is not managed: the setting above
 * holds, of the namespace for a topic, else of the broker.
 */
export interface SharedPolicies {
  /**
   * How long and how much is kept of messages that every subscription has acknowledged.
   * @default not managed: the setting above it
   * @example { "minutes": 1440, "size": "10Gi" }
   */
  readonly retention?: RetentionSpec;
  /**
   * Limits of the messages that are not acknowledged, and what happens when one is reached.
   * @default not managed: the setting above it
   * @example { "messageAge": { "limitSeconds": 86400, "policy": "producer_exception" } }
   */
  readonly backlogQuota?: BacklogQuotaSpec;
  /**
   * Names of the Pulsar clusters that messages are replicated to, the local one included.
   * @default not managed: the setting above it
   * @example ["pulsar-east", "pulsar-west"]
   */
  readonly replicationClusters?: readonly string[];
  /**
   * Seconds after which a message that was not acknowledged is acknowledged by the broker. 0 means never.
   * @default not managed: the setting above it
   * @example 86400
   * @integer
   */
  readonly messageTtlSeconds?: number;
  /**
   * Let the broker drop messages a producer sends twice. Effectively-once needs it.
   * @default not managed: the setting above it
   * @example true
   */
  readonly deduplication?: boolean;
  /**
   * Seconds between two records of what has been seen, which make a broker's start faster.
   * @default not managed: the setting above it
   * @example 120
   * @integer
   */
  readonly deduplicationSnapshotIntervalSeconds?: number;
  /**
   * Size of the backlog at which a topic is compacted, as a quantity. `"0"` means never.
   * @default not managed: the setting above it
   * @example "100Mi"
   */
  readonly compactionThreshold?: string;
  /**
   * Most producers of a topic. 0 sets no limit.
   * @default not managed: the setting above it
   * @example 20
   * @integer
   */
  readonly maxProducersPerTopic?: number;
  /**
   * Most consumers of a topic. 0 sets no limit.
   * @default not managed: the setting above it
   * @example 20
   * @integer
   */
  readonly maxConsumersPerTopic?: number;
  /**
   * Most consumers of a subscription. 0 sets no limit.
   * @default not managed: the setting above it
   * @example 10
   * @integer
   */
  readonly maxConsumersPerSubscription?: number;
  /**
   * Most subscriptions of a topic. 0 sets no limit.
   * @default not managed: the setting above it
   * @example 10
   * @integer
   */
  readonly maxSubscriptionsPerTopic?: number;
  /**
   * Most messages that a consumer may hold without acknowledging them. 0 sets no limit.
   * @default not managed: the setting above it
   * @example 50000
   * @integer
   */
  readonly maxUnackedMessagesPerConsumer?: number;
  /**
   * Most messages that the consumers of a subscription may hold together without acknowledging them. 0 sets no limit.
   * @default not managed: the setting above it
   * @example 200000
   * @integer
   */
  readonly maxUnackedMessagesPerSubscription?: number;
  /**
   * How fast a topic hands out messages, all subscriptions together.
   * @default not managed: the setting above it
   * @example { "messages": 1000 }
   */
  readonly dispatchRate?: DispatchRateSpec;
  /**
   * How fast a subscription hands out messages.
   * @default not managed: the setting above it
   * @example { "messages": 1000 }
   */
  readonly subscriptionDispatchRate?: DispatchRateSpec;
  /**
   * How fast messages are sent to other Pulsar clusters.
   * @default not managed: the setting above it
   * @example { "bytes": "10Mi" }
   */
  readonly replicatorDispatchRate?: DispatchRateSpec;
  /**
   * How often one consumer may subscribe.
   * @default not managed: the setting above it
   * @example { "perConsumer": 10, "periodSeconds": 30 }
   */
  readonly subscribeRate?: SubscribeRateSpec;
  /**
   * How fast a topic takes messages.
   * @default not managed: the setting above it
   * @example { "messages": 1000 }
   */
  readonly publishRate?: PublishRateSpec;
  /**
   * How BookKeeper keeps messages.
   * @default not managed: the setting above it
   * @example { "bookkeeperEnsemble": 3, "bookkeeperWriteQuorum": 2, "bookkeeperAckQuorum": 2 }
   */
  readonly persistence?: PersistenceSpec;
  /**
   * Delivery of messages at a time that their producer states.
   * @default not managed: the setting above it
   * @example { "active": true, "tickTimeMs": 1000 }
   */
  readonly delayedDelivery?: DelayedDeliverySpec;
  /**
   * What the broker does with topics that nobody uses.
   * @default not managed: the setting above it
   * @example { "deleteWhileInactive": false }
   */
  readonly inactiveTopicPolicies?: InactiveTopicPoliciesSpec;
  /**
   * Types of subscriptions that consumers may use.
   * @default not managed: the setting above it
   * @example ["Shared", "Failover"]
   */
  readonly subscriptionTypesEnabled?: readonly SubscriptionTypeName[];
  /**
   * Which schema may follow another one.
   * @default not managed: the setting above it
   * @example "BACKWARD"
   */
  readonly schemaCompatibilityStrategy?: SchemaCompatibilityStrategy;
  /**
   * Refuse producers without a schema where there is one.
   * @default not managed: the setting above it
   * @example true
   */
  readonly schemaValidationEnforced?: boolean;
  /**
   * Names of filters, installed at the broker, that choose which messages a subscription gets.
   * @default not managed: the setting above it
   * @example ["by-region"]
   */
  readonly entryFilters?: readonly string[];
  /**
   * Let a consumer make the subscription that it names.
   * @default not managed: the setting above it
   * @example false
   */
  readonly autoSubscriptionCreation?: boolean;
  /**
   * Hand out nothing while the broker cannot store what has been acknowledged.
   * @default not managed: the setting above it
   * @example true
   */
  readonly dispatcherPauseOnAckStatePersistent?: boolean;
}
