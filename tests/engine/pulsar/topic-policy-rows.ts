import { type TopicPolicies } from "../../../provider/model/topic-policies";
import { type AdminRequest } from "../../../provider/pulsar/admin/request";

/** Two values of a policy, the path that a preview shows when one follows the other, and what a stranger writes in Pulsar's words. */
export interface PolicyRow {
  readonly first: unknown;
  readonly second: unknown;
  readonly changed: readonly string[];
  readonly stranger: readonly [method: AdminRequest["method"], path: string, body?: unknown];
}

/** Where the topics of a run are, for policies that name others. */
export interface PolicyPlace {
  readonly namespace: string;
  readonly otherCluster: string;
}

const count = (name: string, path: string): PolicyRow => ({
  first: 3,
  second: 4,
  changed: [name],
  stranger: ["POST", path, 5],
});

const rate = (path: string): PolicyRow => ({
  first: { messages: 5, bytes: "10Mi", periodSeconds: 2, relativeToPublishRate: true },
  second: { messages: 5, bytes: "9007199254740993" },
  changed: ["bytes", "periodSeconds", "relativeToPublishRate"].map((member) => `${path}.${member}`),
  stranger: ["POST", path, { dispatchThrottlingRateInMsg: 9, dispatchThrottlingRateInByte: -1, ratePeriodInSecond: 1 }],
});

/** A policy without a row does not compile. Filters have to be installed at a broker: they have a test of their own. */
export const policyRows = (
  place: PolicyPlace,
): Readonly<Record<Exclude<keyof TopicPolicies, "entryFilters">, PolicyRow>> => ({
  retention: {
    first: { minutes: 10, size: "unlimited" },
    second: { minutes: 20, size: "20Gi" },
    changed: ["retention.minutes", "retention.size"],
    stranger: ["POST", "retention", { retentionTimeInMinutes: 7, retentionSizeInMB: -1 }],
  },
  backlogQuota: {
    first: { destinationStorage: { limit: "1Gi", policy: "producer_exception" } },
    second: { messageAge: { limitSeconds: 600, policy: "consumer_backlog_eviction" } },
    changed: ["backlogQuota.destinationStorage", "backlogQuota.messageAge"],
    stranger: ["POST", "backlogQuota", { limitSize: 9, policy: "producer_request_hold" }],
  },
  replicationClusters: {
    first: ["contract"],
    second: [place.otherCluster, "contract"],
    changed: ["replicationClusters"],
    stranger: ["POST", "replication", ["contract", place.otherCluster]],
  },
  messageTtlSeconds: {
    first: 60,
    second: 61,
    changed: ["messageTtlSeconds"],
    stranger: ["POST", "messageTTL?messageTTL=62"],
  },
  deduplication: {
    first: true,
    second: false,
    changed: ["deduplication"],
    stranger: ["POST", "deduplicationEnabled", false],
  },
  deduplicationSnapshotIntervalSeconds: count("deduplicationSnapshotIntervalSeconds", "deduplicationSnapshotInterval"),
  compactionThreshold: {
    first: "100Mi",
    second: "9007199254740993",
    changed: ["compactionThreshold"],
    stranger: ["POST", "compactionThreshold", 9223372036854775807n],
  },
  maxProducersPerTopic: count("maxProducersPerTopic", "maxProducers"),
  maxConsumersPerTopic: count("maxConsumersPerTopic", "maxConsumers"),
  maxConsumersPerSubscription: count("maxConsumersPerSubscription", "maxConsumersPerSubscription"),
  maxSubscriptionsPerTopic: count("maxSubscriptionsPerTopic", "maxSubscriptionsPerTopic"),
  maxUnackedMessagesPerConsumer: count("maxUnackedMessagesPerConsumer", "maxUnackedMessagesOnConsumer"),
  maxUnackedMessagesPerSubscription: count("maxUnackedMessagesPerSubscription", "maxUnackedMessagesOnSubscription"),
  maxMessageSize: {
    first: "1Mi",
    second: "0",
    changed: ["maxMessageSize"],
    stranger: ["POST", "maxMessageSize", 1000],
  },
  dispatchRate: rate("dispatchRate"),
  subscriptionDispatchRate: rate("subscriptionDispatchRate"),
  replicatorDispatchRate: rate("replicatorDispatchRate"),
  subscribeRate: {
    first: { perConsumer: 3 },
    second: { perConsumer: 3, periodSeconds: 60 },
    changed: ["subscribeRate.periodSeconds"],
    stranger: ["POST", "subscribeRate", { subscribeThrottlingRatePerConsumer: 9, ratePeriodInSecond: 30 }],
  },
  publishRate: {
    first: { messages: 5 },
    second: { bytes: "1Mi" },
    changed: ["publishRate.messages", "publishRate.bytes"],
    stranger: ["POST", "publishRate", { publishThrottlingRateInMsg: 9 }],
  },
  persistence: {
    first: {
      bookkeeperEnsemble: 1,
      bookkeeperWriteQuorum: 1,
      bookkeeperAckQuorum: 1,
      managedLedgerMaxMarkDeleteRate: 2.5,
    },
    second: { bookkeeperEnsemble: 1, bookkeeperWriteQuorum: 1, bookkeeperAckQuorum: 1 },
    changed: ["persistence.managedLedgerMaxMarkDeleteRate"],
    stranger: [
      "POST",
      "persistence",
      { bookkeeperEnsemble: 1, bookkeeperWriteQuorum: 1, bookkeeperAckQuorum: 1, managedLedgerMaxMarkDeleteRate: 9 },
    ],
  },
  delayedDelivery: {
    first: { active: true, tickTimeMs: 500 },
    second: { active: false, maxDeliveryDelayMs: 60000 },
    changed: ["active", "tickTimeMs", "maxDeliveryDelayMs"].map((member) => `delayedDelivery.${member}`),
    stranger: ["POST", "delayedDelivery", { active: true, tickTime: 9 }],
  },
  inactiveTopicPolicies: {
    first: { deleteWhileInactive: true, maxInactiveDurationSeconds: 3600 },
    second: { deleteWhileInactive: true, inactiveTopicDeleteMode: "delete_when_subscriptions_caught_up" },
    changed: ["inactiveTopicDeleteMode", "maxInactiveDurationSeconds"].map(
      (member) => `inactiveTopicPolicies.${member}`,
    ),
    stranger: [
      "POST",
      "inactiveTopicPolicies",
      {
        deleteWhileInactive: true,
        inactiveTopicDeleteMode: "delete_when_no_subscriptions",
        maxInactiveDurationSeconds: 7200,
      },
    ],
  },
  offloadPolicies: {
    first: { driver: "filesystem", fileSystemUri: "hdfs://127.0.0.1:9000", threshold: "1Gi" },
    second: { driver: "aws-s3", bucket: "b", region: "eu-west-1", thresholdSeconds: 60, deletionLagMs: 1000 },
    changed: ["bucket", "deletionLagMs", "driver", "fileSystemUri", "maxBlockSize", "readBufferSize", "region"]
      .concat("roleSessionName", "threshold", "thresholdSeconds")
      .map((member) => `offloadPolicies.${member}`),
    stranger: ["POST", "offloadPolicies", { managedLedgerOffloadDriver: "filesystem", fileSystemURI: "hdfs://x" }],
  },
  subscriptionTypesEnabled: {
    first: ["Shared", "Exclusive"],
    second: ["Key_Shared"],
    changed: ["subscriptionTypesEnabled"],
    stranger: ["POST", "subscriptionTypesEnabled", ["Failover"]],
  },
  schemaCompatibilityStrategy: {
    first: "BACKWARD",
    second: "ALWAYS_COMPATIBLE",
    changed: ["schemaCompatibilityStrategy"],
    stranger: ["PUT", "schemaCompatibilityStrategy", "FORWARD"],
  },
  schemaValidationEnforced: {
    first: true,
    second: false,
    changed: ["schemaValidationEnforced"],
    stranger: ["POST", "schemaValidationEnforced", false],
  },
  autoSubscriptionCreation: {
    first: false,
    second: true,
    changed: ["autoSubscriptionCreation"],
    stranger: ["POST", "autoSubscriptionCreation", { allowAutoSubscriptionCreation: true }],
  },
  dispatcherPauseOnAckStatePersistent: {
    first: true,
    second: false,
    changed: ["dispatcherPauseOnAckStatePersistent"],
    stranger: ["DELETE", "dispatcherPauseOnAckStatePersistent"],
  },
  shadowTopics: {
    first: [`persistent://${place.namespace}/shadow`],
    second: [`${place.namespace}/other-shadow`, `${place.namespace}/shadow`],
    changed: ["shadowTopics"],
    stranger: ["PUT", "shadowTopics", [`persistent://${place.namespace}/other-shadow`]],
  },
});
