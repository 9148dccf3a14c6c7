import assert from "node:assert/strict";
import { type SharedPolicies } from "../../../../provider/model/shared-policies";
import { placeholder } from "../../../../provider/model/unknown";
import { normalOf } from "../../../../provider/pulsar/resource/field";
import { decoded, encoded } from "../../../../provider/pulsar/forms/policy-form";
import { sharedPolicyForms } from "../../../../provider/pulsar/forms/shared-policy-forms";
import { shown } from "../../../../provider/pulsar/resource/show";

/** A value, what Pulsar is sent for it, and values that are refused with the member that is named. */
interface Row {
  readonly value: unknown;
  readonly wire: unknown;
  /** What a value that Pulsar keeps as well is compared as. */
  readonly same?: unknown;
  readonly wrong: readonly (readonly [value: unknown, path: string])[];
}

const count = (name: string): Row => ({
  value: 0,
  wire: 0,
  wrong: [-1, 1.5, 2 ** 31, "3"].map((value) => [value, name] as const),
});
const flag = (name: string): Row => ({ value: false, wire: false, wrong: [["true", name]] });
const dispatchRate = (name: string): Row => ({
  value: { messages: 5, bytes: "10Ki" },
  wire: {
    dispatchThrottlingRateInMsg: 5,
    dispatchThrottlingRateInByte: 10240n,
    ratePeriodInSecond: 1,
    relativeToPublishRate: false,
  },
  same: { messages: 5, bytes: "10240", periodSeconds: 1, relativeToPublishRate: false },
  wrong: [
    [{ messages: 0 }, `${name}.messages`],
    [{ bytes: "unlimited" }, `${name}.bytes`],
    [{ bytes: "9223372036854775808" }, `${name}.bytes`],
    [{ periodSeconds: 0 }, `${name}.periodSeconds`],
    [{ relativeToPublishRate: 1 }, `${name}.relativeToPublishRate`],
    ["fast", name],
  ],
});

const rows: Readonly<Record<keyof SharedPolicies, Row>> = {
  retention: {
    value: { minutes: 10, size: "unlimited" },
    wire: { retentionTimeInMinutes: 10, retentionSizeInMB: -1n },
    wrong: [[{ minutes: 0, size: "1Gi" }, "retention"]],
  },
  backlogQuota: {
    value: {
      destinationStorage: { limit: "9223372036854775807", policy: "producer_exception" },
      messageAge: { limitSeconds: -1, policy: "consumer_backlog_eviction" },
    },
    wire: {
      destination_storage: { limitSize: 9223372036854775807n, limitTime: -1, policy: "producer_exception" },
      message_age: { limitSize: -1, limitTime: -1, policy: "consumer_backlog_eviction" },
    },
    wrong: [
      [{ destinationStorage: { limit: "1Gi" } }, "backlogQuota.destinationStorage.policy"],
      [{ destinationStorage: { limit: "0", policy: "producer_exception" } }, "backlogQuota.destinationStorage.limit"],
      [{ messageAge: { limitSeconds: 5, policy: "junk" } }, "backlogQuota.messageAge.policy"],
    ],
  },
  replicationClusters: {
    value: ["a", "b"],
    same: ["b", "a", "a"],
    wire: ["a", "b"],
    wrong: [
      [[], "replicationClusters"],
      [["a b"], "replicationClusters[0]"],
    ],
  },
  messageTtlSeconds: count("messageTtlSeconds"),
  deduplication: flag("deduplication"),
  deduplicationSnapshotIntervalSeconds: count("deduplicationSnapshotIntervalSeconds"),
  compactionThreshold: {
    value: "100Mi",
    wire: 104857600n,
    same: "102400Ki",
    wrong: [
      [100, "compactionThreshold"],
      ["unlimited", "compactionThreshold"],
      ["-1", "compactionThreshold"],
    ],
  },
  maxProducersPerTopic: count("maxProducersPerTopic"),
  maxConsumersPerTopic: count("maxConsumersPerTopic"),
  maxConsumersPerSubscription: count("maxConsumersPerSubscription"),
  maxSubscriptionsPerTopic: count("maxSubscriptionsPerTopic"),
  maxUnackedMessagesPerConsumer: count("maxUnackedMessagesPerConsumer"),
  maxUnackedMessagesPerSubscription: count("maxUnackedMessagesPerSubscription"),
  dispatchRate: dispatchRate("dispatchRate"),
  subscriptionDispatchRate: dispatchRate("subscriptionDispatchRate"),
  replicatorDispatchRate: dispatchRate("replicatorDispatchRate"),
  subscribeRate: {
    value: { perConsumer: 3 },
    same: { perConsumer: 3, periodSeconds: 30 },
    wire: { subscribeThrottlingRatePerConsumer: 3, ratePeriodInSecond: 30 },
    wrong: [[{ perConsumer: -1 }, "subscribeRate.perConsumer"]],
  },
  publishRate: {
    value: {},
    wire: { publishThrottlingRateInMsg: -1, publishThrottlingRateInByte: -1 },
    wrong: [[{ messages: 0 }, "publishRate.messages"]],
  },
  persistence: {
    value: { bookkeeperEnsemble: 3, bookkeeperWriteQuorum: 2, bookkeeperAckQuorum: 2 },
    same: {
      bookkeeperEnsemble: 3,
      bookkeeperWriteQuorum: 2,
      bookkeeperAckQuorum: 2,
      managedLedgerMaxMarkDeleteRate: 0,
    },
    wire: {
      bookkeeperEnsemble: 3,
      bookkeeperWriteQuorum: 2,
      bookkeeperAckQuorum: 2,
      managedLedgerMaxMarkDeleteRate: 0,
    },
    wrong: [
      [{ bookkeeperEnsemble: 1, bookkeeperWriteQuorum: 2, bookkeeperAckQuorum: 1 }, "persistence"],
      [{ bookkeeperEnsemble: 6, bookkeeperWriteQuorum: 2, bookkeeperAckQuorum: 1 }, "persistence.bookkeeperEnsemble"],
      [{ bookkeeperEnsemble: 2, bookkeeperWriteQuorum: 2 }, "persistence.bookkeeperAckQuorum"],
    ],
  },
  delayedDelivery: {
    value: { active: true },
    same: { active: true, tickTimeMs: 1000, maxDeliveryDelayMs: 0 },
    wire: { active: true, tickTime: 1000, maxDeliveryDelayInMillis: 0 },
    wrong: [[{ active: true, tickTimeMs: 0 }, "delayedDelivery.tickTimeMs"]],
  },
  inactiveTopicPolicies: {
    value: { deleteWhileInactive: false },
    wire: {
      deleteWhileInactive: false,
      inactiveTopicDeleteMode: "delete_when_no_subscriptions",
      maxInactiveDurationSeconds: 60,
    },
    same: { deleteWhileInactive: false, maxInactiveDurationSeconds: 60 },
    wrong: [
      [{ deleteWhileInactive: true, inactiveTopicDeleteMode: "junk" }, "inactiveTopicPolicies.inactiveTopicDeleteMode"],
    ],
  },
  subscriptionTypesEnabled: {
    value: ["Shared"],
    wire: ["Shared"],
    wrong: [
      [["shared"], "subscriptionTypesEnabled[0]"],
      [[], "subscriptionTypesEnabled"],
    ],
  },
  schemaCompatibilityStrategy: {
    value: "FULL",
    wire: "FULL",
    wrong: [
      ["full", "schemaCompatibilityStrategy"],
      ["UNDEFINED", "schemaCompatibilityStrategy"],
    ],
  },
  schemaValidationEnforced: flag("schemaValidationEnforced"),
  entryFilters: {
    value: ["a", "b"],
    wire: { entryFilterNames: "a,b" },
    wrong: [[["a,b"], "entryFilters[0]"]],
  },
  autoSubscriptionCreation: {
    value: false,
    wire: { allowAutoSubscriptionCreation: false },
    wrong: [["no", "autoSubscriptionCreation"]],
  },
  dispatcherPauseOnAckStatePersistent: flag("dispatcherPauseOnAckStatePersistent"),
};

describe("provider/pulsar/forms/shared-policy-forms", () => {
  for (const [name, { value, wire, same = value, wrong }] of Object.entries(rows)) {
    const form = Object.entries(sharedPolicyForms).find(([key]) => key === name)?.[1] ?? assert.fail(name);
    const check = (candidate: unknown): readonly string[] =>
      (form.check?.(candidate, name, shown) ?? []).map(({ property }) => property);

    it(`${name} goes to Pulsar and back without a difference`, () => {
      assert.deepEqual(check(value), []);
      assert.deepEqual(encoded(form, value), wire);
      assert.deepEqual(normalOf(form, decoded(form, wire)), normalOf(form, value));
      assert.deepEqual(normalOf(form, same), normalOf(form, value));
    });
    it(`${name} is refused where Pulsar would refuse or change it`, () => {
      for (const [candidate, path] of wrong) assert.deepEqual(check(candidate), [path], JSON.stringify(candidate));
    });
  }
  it("lets members pass that are not known yet", () => {
    const unknown = placeholder("unknown", 1);
    const value = { bookkeeperEnsemble: unknown, bookkeeperWriteQuorum: 2, bookkeeperAckQuorum: 1 };
    assert.deepEqual(sharedPolicyForms.persistence.check?.(value, "persistence", shown), []);
  });
  it("reads a rate of 0 as no limit, as brokers do", () => {
    const read = decoded(sharedPolicyForms.dispatchRate, {
      dispatchThrottlingRateInMsg: 5,
      dispatchThrottlingRateInByte: 0,
      relativeToPublishRate: false,
      ratePeriodInSecond: 1,
    });
    assert.deepEqual(read, { messages: 5, periodSeconds: 1, relativeToPublishRate: false });
  });
});
