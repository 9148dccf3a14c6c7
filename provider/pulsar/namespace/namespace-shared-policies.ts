import { type SharedPolicies } from "../../model/shared-policies";
import { type NamespacePolicy } from "./namespace-policy";
import { sharedPolicyForms as forms } from "../forms/shared-policy-forms";

const post = { method: "POST", unset: "DELETE" } as const;
const put = { method: "PUT", unset: "DELETE" } as const;

/** The policies that topics share, as a namespace has them. */
export const sharedNamespacePolicies: Readonly<Record<keyof SharedPolicies, NamespacePolicy>> = {
  replicationClusters: {
    ...forms.replicationClusters,
    path: "replication",
    key: "replication_clusters",
    method: "POST",
    unset: "localCluster",
  },
  retention: { ...forms.retention, path: "retention", key: "retention_policies", ...post },
  backlogQuota: { ...forms.backlogQuota, path: "backlogQuota", key: "backlog_quota_map", ...post },
  messageTtlSeconds: { ...forms.messageTtlSeconds, path: "messageTTL", key: "message_ttl_in_seconds", ...post },
  deduplication: { ...forms.deduplication, path: "deduplication", key: "deduplicationEnabled", ...post },
  deduplicationSnapshotIntervalSeconds: {
    ...forms.deduplicationSnapshotIntervalSeconds,
    path: "deduplicationSnapshotInterval",
    key: "deduplicationSnapshotIntervalSeconds",
    method: "POST",
    unset: { send: null },
  },
  compactionThreshold: {
    ...forms.compactionThreshold,
    path: "compactionThreshold",
    key: "compaction_threshold",
    ...put,
  },
  maxProducersPerTopic: {
    ...forms.maxProducersPerTopic,
    path: "maxProducersPerTopic",
    key: "max_producers_per_topic",
    ...post,
  },
  maxConsumersPerTopic: {
    ...forms.maxConsumersPerTopic,
    path: "maxConsumersPerTopic",
    key: "max_consumers_per_topic",
    ...post,
  },
  maxConsumersPerSubscription: {
    ...forms.maxConsumersPerSubscription,
    path: "maxConsumersPerSubscription",
    key: "max_consumers_per_subscription",
    ...post,
  },
  maxSubscriptionsPerTopic: {
    ...forms.maxSubscriptionsPerTopic,
    path: "maxSubscriptionsPerTopic",
    key: "max_subscriptions_per_topic",
    ...post,
  },
  maxUnackedMessagesPerConsumer: {
    ...forms.maxUnackedMessagesPerConsumer,
    path: "maxUnackedMessagesPerConsumer",
    key: "max_unacked_messages_per_consumer",
    ...post,
  },
  maxUnackedMessagesPerSubscription: {
    ...forms.maxUnackedMessagesPerSubscription,
    path: "maxUnackedMessagesPerSubscription",
    key: "max_unacked_messages_per_subscription",
    ...post,
  },
  dispatchRate: { ...forms.dispatchRate, path: "dispatchRate", key: "topicDispatchRate", perCluster: true, ...post },
  subscriptionDispatchRate: {
    ...forms.subscriptionDispatchRate,
    path: "subscriptionDispatchRate",
    key: "subscriptionDispatchRate",
    perCluster: true,
    ...post,
  },
  replicatorDispatchRate: {
    ...forms.replicatorDispatchRate,
    path: "replicatorDispatchRate",
    key: "replicatorDispatchRate",
    perCluster: true,
    ...post,
  },
  subscribeRate: {
    ...forms.subscribeRate,
    path: "subscribeRate",
    key: "clusterSubscribeRate",
    perCluster: true,
    ...post,
  },
  publishRate: { ...forms.publishRate, path: "publishRate", key: "publishMaxMessageRate", perCluster: true, ...post },
  persistence: { ...forms.persistence, path: "persistence", key: "persistence", ...post },
  delayedDelivery: { ...forms.delayedDelivery, path: "delayedDelivery", key: "delayed_delivery_policies", ...post },
  inactiveTopicPolicies: {
    ...forms.inactiveTopicPolicies,
    path: "inactiveTopicPolicies",
    key: "inactive_topic_policies",
    ...post,
  },
  subscriptionTypesEnabled: {
    ...forms.subscriptionTypesEnabled,
    path: "subscriptionTypesEnabled",
    key: "subscription_types_enabled",
    ...post,
  },
  schemaCompatibilityStrategy: {
    ...forms.schemaCompatibilityStrategy,
    path: "schemaCompatibilityStrategy",
    key: "schema_compatibility_strategy",
    method: "PUT",
    unset: { send: "UNDEFINED" },
  },
  schemaValidationEnforced: {
    ...forms.schemaValidationEnforced,
    path: "schemaValidationEnforced",
    key: "schema_validation_enforced",
    method: "POST",
    unset: { send: false },
    initial: false,
  },
  // The body that creates a namespace may name filters that the broker does not have.
  entryFilters: { ...forms.entryFilters, path: "entryFilters", key: "entryFilters", isCheckedAlone: true, ...post },
  autoSubscriptionCreation: {
    ...forms.autoSubscriptionCreation,
    path: "autoSubscriptionCreation",
    key: "autoSubscriptionCreationOverride",
    ...post,
  },
  dispatcherPauseOnAckStatePersistent: {
    ...forms.dispatcherPauseOnAckStatePersistent,
    path: "dispatcherPauseOnAckStatePersistent",
    key: "dispatcherPauseOnAckStatePersistentEnabled",
    ...post,
    initial: false,
  },
};
