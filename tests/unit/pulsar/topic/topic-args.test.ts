import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { checkTopicArgs } from "../../../../provider/pulsar/topic/topic-args";
import { type Properties } from "../../../../provider/pulsar/resource/resource";

const topic = "persistent://t/n/x";
const unknown = placeholder("unknown", 1);
const quota = (limit: string, limitSeconds: number): Properties => ({
  destinationStorage: { limit, policy: "producer_exception" },
  messageAge: { limitSeconds, policy: "producer_exception" },
});

/** Arguments that are each right, and what is said of them together. */
const rows: readonly { readonly name: string; readonly inputs: Properties; readonly says: readonly string[] }[] = [
  {
    name: "more partitions than the limit",
    inputs: { partitions: 5001 },
    says: [
      "partitions 5001 is more than partitionLimit, which is 5000. The broker has no limit of its own: raise partitionLimit if so many are meant.",
    ],
  },
  { name: "more partitions, and a higher limit", inputs: { partitions: 5001, partitionLimit: 6000 }, says: [] },
  { name: "a limit that is not known", inputs: { partitions: 5001, partitionLimit: unknown }, says: [] },
  {
    name: "a lower limit",
    inputs: { partitions: 8, partitionLimit: 4 },
    says: [
      "partitions 8 is more than partitionLimit, which is 4. The broker has no limit of its own: raise partitionLimit if so many are meant.",
    ],
  },
  {
    name: "two words on inactivity",
    inputs: { deleteWhileInactive: false, inactiveTopicPolicies: { deleteWhileInactive: true } },
    says: ["deleteWhileInactive inactiveTopicPolicies says it too: leave one of them out."],
  },
  { name: "one word on inactivity", inputs: { inactiveTopicPolicies: { deleteWhileInactive: true } }, says: [] },
  {
    name: "policies of what is no topic at the broker",
    inputs: { topic: "non-persistent://t/n/x", messageTtlSeconds: 3 },
    says: [
      "messageTtlSeconds a topic without partitions that is not persistent keeps no policies. Give it partitions, or leave it out.",
    ],
  },
  {
    name: "policies of partitions in memory",
    inputs: { topic: "non-persistent://t/n/x", partitions: 2, publishRate: { messages: 3 } },
    says: [],
  },
  {
    name: "quotas above retention",
    inputs: { retention: { minutes: 10, size: "1Gi" }, backlogQuota: quota("1Gi", 600) },
    says: [
      'backlogQuota.destinationStorage.limit "1073741824" bytes are not less than what retention keeps. Retention has to be larger.',
      "backlogQuota.messageAge.limitSeconds 600 seconds are not less than what retention keeps. Retention has to be longer.",
    ],
  },
  {
    name: "quotas below retention",
    inputs: { retention: { minutes: 10, size: "1Gi" }, backlogQuota: quota("1023Mi", 599) },
    says: [],
  },
  {
    name: "quotas and a retention without limits",
    inputs: { retention: { minutes: -1, size: "unlimited" }, backlogQuota: quota("9Gi", 999999) },
    says: [],
  },
  {
    name: "quotas against a retention that is not known",
    inputs: { retention: { minutes: 10, size: unknown }, backlogQuota: quota("9Gi", 999999) },
    says: [],
  },
];

describe("provider/pulsar/topic/topic-args", () => {
  for (const { name, inputs, says } of rows) {
    it(name, () => {
      const { failures } = checkTopicArgs({ topic, ...inputs }, undefined);
      assert.deepEqual(
        failures.map(({ property, reason }) => `${property} ${reason}`),
        says,
      );
    });
  }
  it("protects a topic by itself unless it says when it may go", () => {
    const kept = checkTopicArgs({ topic }, undefined).inputs;
    const said = checkTopicArgs({ topic, inactiveTopicPolicies: { deleteWhileInactive: true } }, undefined).inputs;
    assert.equal(kept["deleteWhileInactive"], false);
    assert.equal("deleteWhileInactive" in said, false);
  });
  it("says what to write where somebody else has grown the topic", () => {
    const old = { topic, partitions: 8 };
    assert.deepEqual(checkTopicArgs({ topic, partitions: 4 }, old).failures, [
      {
        property: "partitions",
        reason:
          "the topic has 8 partitions and cannot shrink to 4. If somebody else has grown it, write partitions: 8; fewer partitions need a new " +
          "topic with another name.",
      },
    ]);
    assert.deepEqual(checkTopicArgs({ topic, partitions: 8 }, old).failures, []);
  });
  it("tells nothing of secrets", () => {
    const secrets = new Set(["partitions", "backlogQuota"]);
    const inputs = {
      topic,
      partitions: 4711,
      partitionLimit: 2,
      retention: { minutes: 1, size: "4711" },
      backlogQuota: quota("4711Mi", 4711),
    };
    const said = JSON.stringify(
      checkTopicArgs(inputs, undefined, secrets).failures.filter(({ property }) => !property.startsWith("retention")),
    );
    assert.ok(!said.includes("4711"), said);
  });
});
