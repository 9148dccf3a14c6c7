import { type DelayedDeliverySpec } from "../../model/delayed-delivery";
import { type InactiveTopicPoliciesSpec } from "../../model/inactive-topics";
import { type SharedPolicies } from "../../model/shared-policies";
import { backlogQuotaForm } from "./backlog-quota-form";
import { byteForm } from "./byte-form";
import { recordOf } from "../resource/decode";
import { oneOf, trueOrFalse, wholeNumber } from "../resource/field-checks";
import { int32 } from "./int32";
import { clusterNamesForm, entryFiltersForm, subscriptionTypesForm } from "./list-forms";
import { persistenceForm } from "./persistence-form";
import { type PolicyForm } from "./policy-form";
import { dispatchRateForm, publishRateForm, subscribeRateForm } from "./rate-forms";
import { recordForm } from "./record-form";
import { checkRetention, decodeRetention, encodeRetention, normalRetention } from "./retention";

const count: PolicyForm = { check: wholeNumber(0, int32) };
const flag: PolicyForm = { check: trueOrFalse };

/** The values of the policies that namespaces and topics share. */
export const sharedPolicyForms: Readonly<Record<keyof SharedPolicies, PolicyForm>> = {
  retention: {
    check: checkRetention,
    normal: normalRetention,
    encode: encodeRetention,
    decode: decodeRetention,
  },
  backlogQuota: backlogQuotaForm,
  replicationClusters: clusterNamesForm,
  messageTtlSeconds: count,
  deduplication: flag,
  deduplicationSnapshotIntervalSeconds: count,
  compactionThreshold: byteForm(),
  maxProducersPerTopic: count,
  maxConsumersPerTopic: count,
  maxConsumersPerSubscription: count,
  maxSubscriptionsPerTopic: count,
  maxUnackedMessagesPerConsumer: count,
  maxUnackedMessagesPerSubscription: count,
  dispatchRate: dispatchRateForm,
  subscriptionDispatchRate: dispatchRateForm,
  replicatorDispatchRate: dispatchRateForm,
  subscribeRate: subscribeRateForm,
  publishRate: publishRateForm,
  persistence: persistenceForm,
  delayedDelivery: recordForm<DelayedDeliverySpec>({
    active: { key: "active", required: true, ...flag },
    tickTimeMs: { key: "tickTime", default: 1000, check: wholeNumber(1, int32) },
    maxDeliveryDelayMs: { key: "maxDeliveryDelayInMillis", default: 0, check: wholeNumber(0, Number.MAX_SAFE_INTEGER) },
  }),
  inactiveTopicPolicies: recordForm<InactiveTopicPoliciesSpec>({
    deleteWhileInactive: { key: "deleteWhileInactive", required: true, ...flag },
    inactiveTopicDeleteMode: {
      key: "inactiveTopicDeleteMode",
      default: "delete_when_no_subscriptions",
      check: oneOf("delete_when_no_subscriptions", "delete_when_subscriptions_caught_up"),
    },
    maxInactiveDurationSeconds: { key: "maxInactiveDurationSeconds", default: 60, check: wholeNumber(1, int32) },
  }),
  subscriptionTypesEnabled: subscriptionTypesForm,
  schemaCompatibilityStrategy: {
    check: oneOf(
      "ALWAYS_INCOMPATIBLE",
      "ALWAYS_COMPATIBLE",
      "BACKWARD",
      "FORWARD",
      "FULL",
      "BACKWARD_TRANSITIVE",
      "FORWARD_TRANSITIVE",
      "FULL_TRANSITIVE",
    ),
    decode: (body) => (body === "UNDEFINED" ? undefined : body),
  },
  schemaValidationEnforced: flag,
  entryFilters: entryFiltersForm,
  autoSubscriptionCreation: {
    ...flag,
    encode: (value) => ({ allowAutoSubscriptionCreation: value }),
    decode: (body) => recordOf(body)["allowAutoSubscriptionCreation"],
  },
  dispatcherPauseOnAckStatePersistent: flag,
};
