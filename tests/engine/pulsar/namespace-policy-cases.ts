import { type NamespacePolicies } from "../../../provider/model/namespace";

/** Clusters that the broker knows: its own, and two that are not there. */
export interface Clusters {
  readonly local: string;
  readonly west: string;
  readonly south: string;
}

/** A call that somebody else makes below the namespace. */
export type StrangersCall = readonly [method: "PUT" | "POST" | "DELETE", path: string, body?: unknown];

/** What the contract asks of one policy. */
export interface PolicyCase {
  readonly value: unknown;
  readonly changed: unknown;
  /** What a preview shows of the change. */
  readonly paths: readonly string[];
  readonly stranger: StrangersCall;
  /** What a preview shows of what the stranger did. */
  readonly drift: string;
}

/** A policy that is one value. */
const single = (name: string, path: string, values: readonly [unknown, unknown, unknown]): PolicyCase => ({
  value: values[0],
  changed: values[1],
  paths: [name],
  stranger: ["POST", path, values[2]],
  drift: name,
});

const putSingle: typeof single = (name, path, values) => ({
  ...single(name, path, values),
  stranger: ["PUT", path, values[2]],
});

const limit = (name: string): PolicyCase => single(name, name, [11, 0, 12]);

const rate = (name: string): PolicyCase => ({
  value: { messages: 100, bytes: "9007199254740993", periodSeconds: 2 },
  changed: { bytes: "10Mi", relativeToPublishRate: true },
  paths: [`${name}.messages`, `${name}.bytes`, `${name}.periodSeconds`, `${name}.relativeToPublishRate`],
  stranger: [
    "POST",
    name,
    {
      dispatchThrottlingRateInMsg: 100,
      dispatchThrottlingRateInByte: 1000,
      relativeToPublishRate: false,
      ratePeriodInSecond: 2,
    },
  ],
  drift: `${name}.bytes`,
});

const quota = { limitSize: 2 ** 30, limitTime: -1, policy: "producer_exception" };

/** A row for each policy: one without does not compile. `entryFilters` needs a broker that has filters, see entry-filters.test.ts. */
export const policyCases = ({
  local,
  west,
  south,
}: Clusters): Readonly<Record<Exclude<keyof NamespacePolicies, "entryFilters">, PolicyCase>> => ({
  allowedClusters: single("allowedClusters", "allowedClusters", [
    [south, west, local],
    [local, west],
    [local, west],
  ]),
  replicationClusters: single("replicationClusters", "replication", [[west, local], [local], [local, south]]),
  retention: {
    value: { minutes: 60, size: "10Gi" },
    changed: { minutes: -1, size: "unlimited" },
    paths: ["retention.minutes", "retention.size"],
    stranger: ["POST", "retention", { retentionTimeInMinutes: 60, retentionSizeInMB: 20480 }],
    drift: "retention.size",
  },
  backlogQuota: {
    value: {
      destinationStorage: { limit: "1Gi", policy: "producer_exception" },
      messageAge: { limitSeconds: 600, policy: "consumer_backlog_eviction" },
    },
    changed: { destinationStorage: { limit: "2Gi", policy: "producer_request_hold" } },
    paths: [
      "backlogQuota.destinationStorage.limit",
      "backlogQuota.destinationStorage.policy",
      "backlogQuota.messageAge",
    ],
    stranger: ["POST", "backlogQuota?backlogQuotaType=destination_storage", { ...quota, limitSize: 2 ** 20 }],
    drift: "backlogQuota.destinationStorage.limit",
  },
  messageTtlSeconds: single("messageTtlSeconds", "messageTTL", [600, 0, 5]),
  subscriptionExpirationMinutes: single("subscriptionExpirationMinutes", "subscriptionExpirationTime", [60, 0, 5]),
  deduplication: single("deduplication", "deduplication", [true, false, false]),
  deduplicationSnapshotIntervalSeconds: single(
    "deduplicationSnapshotIntervalSeconds",
    "deduplicationSnapshotInterval",
    [120, 60, 5],
  ),
  compactionThreshold: putSingle("compactionThreshold", "compactionThreshold", ["9223372036854775807", "0", 5]),
  maxProducersPerTopic: limit("maxProducersPerTopic"),
  maxConsumersPerTopic: limit("maxConsumersPerTopic"),
  maxConsumersPerSubscription: limit("maxConsumersPerSubscription"),
  maxSubscriptionsPerTopic: limit("maxSubscriptionsPerTopic"),
  maxUnackedMessagesPerConsumer: limit("maxUnackedMessagesPerConsumer"),
  maxUnackedMessagesPerSubscription: limit("maxUnackedMessagesPerSubscription"),
  maxTopicsPerNamespace: limit("maxTopicsPerNamespace"),
  dispatchRate: rate("dispatchRate"),
  subscriptionDispatchRate: rate("subscriptionDispatchRate"),
  replicatorDispatchRate: rate("replicatorDispatchRate"),
  subscribeRate: {
    value: { perConsumer: 5, periodSeconds: 10 },
    changed: { perConsumer: 6 },
    paths: ["subscribeRate.perConsumer", "subscribeRate.periodSeconds"],
    stranger: ["POST", "subscribeRate", { subscribeThrottlingRatePerConsumer: 1, ratePeriodInSecond: 10 }],
    drift: "subscribeRate.perConsumer",
  },
  publishRate: {
    value: { messages: 100 },
    changed: { messages: 50, bytes: "1Mi" },
    paths: ["publishRate.messages", "publishRate.bytes"],
    stranger: ["POST", "publishRate", { publishThrottlingRateInMsg: 100, publishThrottlingRateInByte: 1000 }],
    drift: "publishRate.bytes",
  },
  persistence: {
    value: { bookkeeperEnsemble: 1, bookkeeperWriteQuorum: 1, bookkeeperAckQuorum: 1 },
    changed: {
      bookkeeperEnsemble: 2,
      bookkeeperWriteQuorum: 1,
      bookkeeperAckQuorum: 1,
      managedLedgerMaxMarkDeleteRate: 0.5,
    },
    paths: ["persistence.bookkeeperEnsemble", "persistence.managedLedgerMaxMarkDeleteRate"],
    stranger: [
      "POST",
      "persistence",
      {
        bookkeeperEnsemble: 1,
        bookkeeperWriteQuorum: 1,
        bookkeeperAckQuorum: 1,
        managedLedgerMaxMarkDeleteRate: 3,
      },
    ],
    drift: "persistence.managedLedgerMaxMarkDeleteRate",
  },
  delayedDelivery: {
    value: { active: true, tickTimeMs: 500 },
    changed: { active: false, maxDeliveryDelayMs: 9007199254740991 },
    paths: ["delayedDelivery.active", "delayedDelivery.tickTimeMs", "delayedDelivery.maxDeliveryDelayMs"],
    stranger: ["POST", "delayedDelivery", { active: true, tickTime: 500, maxDeliveryDelayInMillis: 7 }],
    drift: "delayedDelivery.maxDeliveryDelayMs",
  },
  inactiveTopicPolicies: {
    value: { deleteWhileInactive: false },
    changed: { deleteWhileInactive: true, inactiveTopicDeleteMode: "delete_when_subscriptions_caught_up" },
    paths: ["inactiveTopicPolicies.deleteWhileInactive", "inactiveTopicPolicies.inactiveTopicDeleteMode"],
    stranger: [
      "POST",
      "inactiveTopicPolicies",
      {
        inactiveTopicDeleteMode: "delete_when_no_subscriptions",
        maxInactiveDurationSeconds: 7,
        deleteWhileInactive: false,
      },
    ],
    drift: "inactiveTopicPolicies.maxInactiveDurationSeconds",
  },
  subscriptionTypesEnabled: single("subscriptionTypesEnabled", "subscriptionTypesEnabled", [
    ["Shared", "Exclusive"],
    ["Key_Shared"],
    ["Failover"],
  ]),
  schemaCompatibilityStrategy: putSingle("schemaCompatibilityStrategy", "schemaCompatibilityStrategy", [
    "FULL",
    "BACKWARD_TRANSITIVE",
    "ALWAYS_COMPATIBLE",
  ]),
  schemaValidationEnforced: single("schemaValidationEnforced", "schemaValidationEnforced", [true, false, false]),
  schemaAutoUpdateCompatibilityStrategy: putSingle(
    "schemaAutoUpdateCompatibilityStrategy",
    "schemaAutoUpdateCompatibilityStrategy",
    ["Backward", "AutoUpdateDisabled", "Full"],
  ),
  isAllowAutoUpdateSchema: single("isAllowAutoUpdateSchema", "isAllowAutoUpdateSchema", [false, true, true]),
  encryptionRequired: single("encryptionRequired", "encryptionRequired", [true, false, false]),
  subscriptionAuthMode: single("subscriptionAuthMode", "subscriptionAuthMode", ["Prefix", "None", "None"]),
  autoTopicCreation: {
    value: { allow: true, topicType: "partitioned", defaultNumPartitions: 3 },
    changed: { allow: false },
    paths: ["autoTopicCreation.allow", "autoTopicCreation.topicType", "autoTopicCreation.defaultNumPartitions"],
    stranger: [
      "POST",
      "autoTopicCreation",
      { allowAutoTopicCreation: true, topicType: "partitioned", defaultNumPartitions: 4 },
    ],
    drift: "autoTopicCreation.defaultNumPartitions",
  },
  autoSubscriptionCreation: single("autoSubscriptionCreation", "autoSubscriptionCreation", [
    false,
    true,
    { allowAutoSubscriptionCreation: true },
  ]),
  dispatcherPauseOnAckStatePersistent: {
    ...single("dispatcherPauseOnAckStatePersistent", "", [true, false, ""]),
    stranger: ["DELETE", "dispatcherPauseOnAckStatePersistent"],
  },
  resourceGroup: {
    ...single("resourceGroup", "", ["contract-one", "contract-two", ""]),
    stranger: ["POST", "resourcegroup/contract-two"],
  },
  bookieAffinity: {
    value: { primary: "ssd", secondary: "disk" },
    changed: { primary: "disk" },
    paths: ["bookieAffinity.primary", "bookieAffinity.secondary"],
    stranger: ["POST", "persistence/bookieAffinity", { bookkeeperAffinityGroupPrimary: "ssd" }],
    drift: "bookieAffinity.secondary",
  },
  antiAffinity: single("antiAffinity", "antiAffinity", ["apart", "away", "there"]),
  offloadPolicies: {
    value: { driver: "aws-s3", bucket: "orders", region: "r", readPriority: "TIERED_STORAGE_FIRST" },
    changed: { driver: "google-cloud-storage", bucket: "orders", extraConfigurations: { a: "b" } },
    paths: [
      "offloadPolicies.driver",
      "offloadPolicies.readPriority",
      "offloadPolicies.extraConfigurations.a",
      "offloadPolicies.region",
      "offloadPolicies.maxBlockSize",
      "offloadPolicies.roleSessionName",
    ],
    stranger: [
      "POST",
      "offloadPolicies",
      {
        managedLedgerOffloadDriver: "aws-s3",
        s3ManagedLedgerOffloadBucket: "theirs",
        s3ManagedLedgerOffloadRegion: "r",
        managedLedgerOffloadedReadPriority: "TIERED_STORAGE_FIRST",
        managedLedgerOffloadThresholdInBytes: 2 ** 30,
        managedLedgerOffloadThresholdInSeconds: 60,
        managedLedgerOffloadDeletionLagInMillis: 1000,
      },
    ],
    drift: "offloadPolicies.bucket",
  },
  offloadThreshold: putSingle("offloadThreshold", "offloadThreshold", ["1Gi", "0", 5]),
  offloadThresholdSeconds: putSingle("offloadThresholdSeconds", "offloadThresholdInSeconds", [60, 0, 5]),
  offloadDeletionLagMs: putSingle("offloadDeletionLagMs", "offloadDeletionLagMs", [1000, 0, 5]),
});
