import assert from "node:assert/strict";
import { fieldDifferences } from "../../../../provider/model/changes/field-differences";
import { settingFields } from "../../../../provider/model/changes/resource-facts";
import { settingLosses } from "../../../../provider/model/changes/setting-losses";
import { withoutSecrets } from "../../../../provider/model/changes/settled";
import type { SharedPolicies } from "../../../../provider/model/shared-policies";

const sized = (limit: string, policy: "consumer_backlog_eviction" | "producer_exception"): SharedPolicies => ({
  backlogQuota: { destinationStorage: { limit, policy } },
});
const aged = (limitSeconds: number): SharedPolicies => ({
  backlogQuota: { messageAge: { limitSeconds, policy: "consumer_backlog_eviction" } },
});
const among = (...replicationClusters: readonly string[]): SharedPolicies => ({ replicationClusters });
const many = Array.from({ length: 12 }, (_, index) => `pulsar-cluster-${index}`);

const evicted = "the oldest ones that wait, when the limit of backlogQuota is reached";
const unnamed = "those that have not come yet to a cluster that replicationClusters no longer names";

const rows: readonly (readonly [
  name: string,
  before: SharedPolicies,
  after: SharedPolicies,
  lost: string | undefined,
])[] = [
  [
    "a lower limit of a quota that evicts",
    sized("10Gi", "consumer_backlog_eviction"),
    sized("5Gi", "consumer_backlog_eviction"),
    evicted,
  ],
  [
    "a limit of a quota that evicts, which had none",
    sized("unlimited", "consumer_backlog_eviction"),
    sized("5Gi", "consumer_backlog_eviction"),
    evicted,
  ],
  ["a higher limit", sized("5Gi", "consumer_backlog_eviction"), sized("10Gi", "consumer_backlog_eviction"), undefined],
  [
    "no limit any more",
    sized("5Gi", "consumer_backlog_eviction"),
    sized("unlimited", "consumer_backlog_eviction"),
    undefined,
  ],
  [
    "a lower limit of a quota that stops producers",
    sized("10Gi", "producer_exception"),
    sized("5Gi", "producer_exception"),
    undefined,
  ],
  [
    "a quota that evicts from now on",
    sized("10Gi", "producer_exception"),
    sized("10Gi", "consumer_backlog_eviction"),
    evicted,
  ],
  [
    "a quota that evicts no more",
    sized("10Gi", "consumer_backlog_eviction"),
    sized("5Gi", "producer_exception"),
    undefined,
  ],
  ["a quota that comes", {}, sized("10Gi", "consumer_backlog_eviction"), evicted],
  ["a quota that goes", sized("10Gi", "consumer_backlog_eviction"), {}, undefined],
  ["a lower age", aged(60), aged(30), evicted],
  ["a higher age", aged(30), aged(60), undefined],
  ["an age without a limit", aged(30), aged(-1), undefined],
  ["an age that is limited from now on", aged(-1), aged(30), evicted],
  ["a cluster less", among("east", "west"), among("east"), "those that have not come to west yet"],
  ["a cluster more", among("east"), among("east", "west"), undefined],
  [
    "clusters that are left out",
    among("east", "west"),
    {},
    "those that have not come yet to such of east and west as they are no longer replicated to",
  ],
  ["the broker's own cluster left out", among("east"), {}, undefined],
  ["clusters that are stated", {}, among("east"), undefined],
  ["clusters of a list too long to be shown", among(...many), among(...many.slice(1)), unnamed],
  ["such a list in place of a short one", among("east", "west"), among(...many), unnamed],
  ["such a list that is left out", among(...many), {}, unnamed],
  [
    "a shorter time to live",
    { messageTtlSeconds: 60 },
    { messageTtlSeconds: 30 },
    "those that wait longer than messageTtlSeconds",
  ],
  ["no time to live any more", { messageTtlSeconds: 60 }, { messageTtlSeconds: 0 }, undefined],
];

describe("what settings lose", () => {
  const fieldsOf = (policies: SharedPolicies) =>
    settingFields(policies, { settle: withoutSecrets, onDelete: "delete" });
  for (const [name, before, after, lost] of rows) {
    it(`with ${name}: ${lost === undefined ? "nothing" : "messages"}`, () => {
      const [old, now] = [fieldsOf(before), fieldsOf(after)];
      const text = settingLosses(fieldDifferences({ "*": "none" }, old, now), now);
      assert.equal(text, lost === undefined ? "" : `; may lose messages: ${lost}`);
    });
  }
});
