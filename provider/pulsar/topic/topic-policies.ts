import { type TopicPolicies } from "../../model/topic-policies";
import { type AdminRequest } from "../admin/request";
import { backlogQuotaKinds } from "../forms/backlog-quota-form";
import { byteForm } from "../forms/byte-form";
import { recordOf, textsOf } from "../resource/decode";
import { all, asSet, eachItem, notEmpty } from "../resource/field-checks";
import { int32 } from "../forms/int32";
import { encoded, type PolicyForm } from "../forms/policy-form";
import { sharedPolicyForms } from "../forms/shared-policy-forms";
import { checkTopicName } from "./topic-name-check";
import { topicOffloadForm } from "../forms/topic-offload-form";
import { normalTopic } from "./topic-path";

/** What is sent to the policy's path. */
export type PolicyWrite = Pick<AdminRequest, "method" | "query" | "body">;

/** One policy of a topic: its value, and how it is read, set and unset. */
export interface TopicPolicy extends PolicyForm {
  /** Its path below the topic. */
  readonly path: string;
  /** Where it is read, if not there. */
  readonly readPath?: string;
  /** The calls that set a value where another one was. */
  readonly set: (value: unknown, before: unknown) => readonly PolicyWrite[];
  /** The calls that give it back to what is above. */
  readonly unset: (before: unknown) => readonly PolicyWrite[];
  /** What Pulsar shows for a policy that is not set, where that is a value. */
  readonly unsetValue?: unknown;
}

const remove: PolicyWrite = { method: "DELETE" };

/** Most policies: their value is sent to their path, and deleted there. */
const policy = (path: string, form: PolicyForm, method: "POST" | "PUT" = "POST"): TopicPolicy => ({
  ...form,
  path,
  set: (value) => [{ method, body: encoded(form, value) }],
  unset: () => [remove],
});

const { backlogQuota, messageTtlSeconds, schemaValidationEnforced, dispatcherPauseOnAckStatePersistent } =
  sharedPolicyForms;

const quotaType = (type: string): Pick<AdminRequest, "query"> => ({ query: { backlogQuotaType: type } });

/** Each kind of quota is set and deleted by itself. */
const backlogQuotaPolicy: TopicPolicy = {
  ...backlogQuota,
  path: "backlogQuota",
  readPath: "backlogQuotaMap",
  set: (value, before) => [
    ...quotasOf(before, (kind) => recordOf(value)[kind] === undefined).map(({ type }) => ({
      ...remove,
      ...quotaType(type),
    })),
    ...quotasOf(value).map(({ kind, type, form }) => ({
      method: "POST" as const,
      ...quotaType(type),
      body: encoded(form, recordOf(value)[kind]),
    })),
  ],
  unset: (before) => quotasOf(before).map(({ type }) => ({ ...remove, ...quotaType(type) })),
};

const quotasOf = (value: unknown, isMeant: (kind: string) => boolean = () => true) =>
  Object.entries(backlogQuotaKinds)
    .filter(([kind]) => recordOf(value)[kind] !== undefined && isMeant(kind))
    .map(([kind, { type, form }]) => ({ kind, type, form }));

/**
 * Each policy, in the order they are set. A new policy is a new field of TopicPolicies and a row here.
 */
export const topicPolicies: Readonly<Record<keyof TopicPolicies, TopicPolicy>> = {
  replicationClusters: policy("replication", sharedPolicyForms.replicationClusters),
  backlogQuota: backlogQuotaPolicy,
  retention: policy("retention", sharedPolicyForms.retention),
  messageTtlSeconds: {
    ...messageTtlSeconds,
    path: "messageTTL",
    set: (value) => [{ method: "POST", query: { messageTTL: Number(value) } }],
    unset: () => [remove],
  },
  deduplication: policy("deduplicationEnabled", sharedPolicyForms.deduplication),
  deduplicationSnapshotIntervalSeconds: policy(
    "deduplicationSnapshotInterval",
    sharedPolicyForms.deduplicationSnapshotIntervalSeconds,
  ),
  compactionThreshold: policy("compactionThreshold", sharedPolicyForms.compactionThreshold),
  maxProducersPerTopic: policy("maxProducers", sharedPolicyForms.maxProducersPerTopic),
  maxConsumersPerTopic: policy("maxConsumers", sharedPolicyForms.maxConsumersPerTopic),
  maxConsumersPerSubscription: policy("maxConsumersPerSubscription", sharedPolicyForms.maxConsumersPerSubscription),
  maxSubscriptionsPerTopic: policy("maxSubscriptionsPerTopic", sharedPolicyForms.maxSubscriptionsPerTopic),
  maxUnackedMessagesPerConsumer: policy(
    "maxUnackedMessagesOnConsumer",
    sharedPolicyForms.maxUnackedMessagesPerConsumer,
  ),
  maxUnackedMessagesPerSubscription: policy(
    "maxUnackedMessagesOnSubscription",
    sharedPolicyForms.maxUnackedMessagesPerSubscription,
  ),
  maxMessageSize: policy("maxMessageSize", byteForm({ most: BigInt(int32) })),
  dispatchRate: policy("dispatchRate", sharedPolicyForms.dispatchRate),
  subscriptionDispatchRate: policy("subscriptionDispatchRate", sharedPolicyForms.subscriptionDispatchRate),
  replicatorDispatchRate: policy("replicatorDispatchRate", sharedPolicyForms.replicatorDispatchRate),
  subscribeRate: policy("subscribeRate", sharedPolicyForms.subscribeRate),
  publishRate: policy("publishRate", sharedPolicyForms.publishRate),
  persistence: policy("persistence", sharedPolicyForms.persistence),
  delayedDelivery: policy("delayedDelivery", sharedPolicyForms.delayedDelivery),
  inactiveTopicPolicies: policy("inactiveTopicPolicies", sharedPolicyForms.inactiveTopicPolicies),
  offloadPolicies: policy("offloadPolicies", topicOffloadForm),
  subscriptionTypesEnabled: policy("subscriptionTypesEnabled", sharedPolicyForms.subscriptionTypesEnabled),
  schemaCompatibilityStrategy: policy(
    "schemaCompatibilityStrategy",
    sharedPolicyForms.schemaCompatibilityStrategy,
    "PUT",
  ),
  // There is no way to unset it alone: the namespace's setting holds no more once the topic has had one.
  schemaValidationEnforced: {
    ...policy("schemaValidationEnforced", schemaValidationEnforced),
    unset: () => [{ method: "POST", body: false }],
    unsetValue: false,
  },
  entryFilters: policy("entryFilters", sharedPolicyForms.entryFilters),
  autoSubscriptionCreation: policy("autoSubscriptionCreation", sharedPolicyForms.autoSubscriptionCreation),
  // Set by being asked for; the broker knows no way to say no but by deleting it.
  dispatcherPauseOnAckStatePersistent: {
    ...policy("dispatcherPauseOnAckStatePersistent", dispatcherPauseOnAckStatePersistent),
    set: (value) => [value === true ? { method: "POST" } : remove],
    unsetValue: false,
  },
  shadowTopics: policy(
    "shadowTopics",
    {
      check: all(notEmpty, eachItem(checkTopicName)),
      normal: normalTopics,
      encode: normalTopics,
    },
    "PUT",
  ),
};

function normalTopics(value: unknown): unknown {
  return Array.isArray(value) ? asSet(textsOf(value).map(normalTopic)) : value;
}

/** The policies by name, as functions that go through them see them. */
export const topicPolicyTable: Readonly<Record<string, TopicPolicy>> = topicPolicies;
