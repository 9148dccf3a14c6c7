import assert from "node:assert/strict";
import { spokenReason } from "../../../../provider/pulumi/components/spoken-reason";
import { namespace } from "../../../../provider/pulsar/namespace";
import type { Properties, PulsarResource } from "../../../../provider/pulsar/resource/resource";
import { schema } from "../../../../provider/pulsar/schema";
import { schemaFields } from "../../../../provider/pulsar/schema/schema-args";
import { namespaceFields } from "../../../../provider/pulsar/namespace/namespace-args";
import { tenant } from "../../../../provider/pulsar/tenant";
import { topic } from "../../../../provider/pulsar/topic";
import { topicFields } from "../../../../provider/pulsar/topic/topic-args";

describe("provider/pulumi/components/spoken-reason", () => {
  const general = "write what Pulsar takes there";
  const name = "a name of letters, digits, and - = : . _";
  const cases = [
    { reason: "is missing: state it.", message: "is missing", help: "state it" },
    { reason: "is empty; leave it out instead.", message: "is empty", help: "leave it out instead" },
    { reason: "is too much. Write less: 5.", message: "is too much", help: "Write less: 5" },
    { reason: '"a: b. c" is no name: write one.', message: '"a: b. c" is no name', help: "write one" },
    { reason: '"say \\"x: y\\"" is no name.', message: '"say \\"x: y\\"" is no name', help: general },
    {
      reason: "7 is not a whole number from 1 to 5.",
      message: "7 is not a whole number from 1 to 5",
      help: "write a whole number from 1 to 5",
    },
    { reason: `"w st" is not ${name}`, message: `"w st" is not ${name}`, help: `write ${name}` },
    { reason: '"x is not y" is no name.', message: '"x is not y" is no name', help: general },
    { reason: 'is "1.5', message: 'is "1.5', help: general },
  ];
  for (const { reason, message, help } of cases)
    it(`takes ${reason} apart`, () => assert.deepEqual(spokenReason(reason), { message, help }));

  const topicName = "persistent://a/b/c";
  const policies: readonly Properties[] = [
    { retention: { minutes: 0, size: "1Gi" } },
    { retention: { minutes: 1, size: "1.5Mi" } },
    { backlogQuota: { destinationStorage: { limit: "x", policy: "y" }, messageAge: { limitSeconds: -5 } } },
    {
      retention: { minutes: 10, size: "1Gi" },
      backlogQuota: {
        destinationStorage: { limit: "2Gi", policy: "producer_exception" },
        messageAge: { limitSeconds: 6_000, policy: "producer_request_hold" },
      },
    },
    {
      retention: { minutes: 10, size: "1Gi" },
      backlogQuota: { messageAge: { limitSeconds: 60, policy: "producer_request_hold" } },
    },
    {
      retention: { minutes: 1_000_000_000, size: "unlimited" },
      backlogQuota: { messageAge: { limitSeconds: 60, policy: "producer_request_hold" } },
    },
    { persistence: { bookkeeperEnsemble: 1, bookkeeperWriteQuorum: 2, bookkeeperAckQuorum: 3 } },
    {
      persistence: {
        bookkeeperEnsemble: 9,
        bookkeeperWriteQuorum: 2,
        bookkeeperAckQuorum: 1,
        managedLedgerMaxMarkDeleteRate: -1,
      },
    },
    { dispatchRate: { messages: 0, bytes: "x", periodSeconds: 0, relativeToPublishRate: 1 } },
    { delayedDelivery: { tickTimeMs: 0 } },
    { inactiveTopicPolicies: { deleteWhileInactive: 1, inactiveTopicDeleteMode: "x" }, deleteWhileInactive: true },
    { autoTopicCreation: { allow: true } },
    { autoTopicCreation: { allow: true, topicType: "partitioned" } },
    { autoTopicCreation: { allow: false, topicType: "partitioned" } },
    { autoTopicCreation: { allow: true, topicType: "non-partitioned", defaultNumPartitions: 3 } },
    { offloadPolicies: { driver: "S3", bucket: "", fileSystemUri: "x", maxBlockSize: "64Gi" } },
    { offload: { driver: "S3", bucket: "", fileSystemUri: "x", maxBlockSize: "64Gi" } },
    { allowedClusters: ["a"], replicationClusters: ["b"] },
    { properties: { "": "x", "..": "y", a: 1 } },
    { bookieAffinityGroup: { primary: " ", secondary: " " } },
    { partitions: 6_000 },
    { topic: "non-persistent://a/b/c", retention: { minutes: 1, size: "1Gi" } },
  ];
  const oddValues: readonly unknown[] = [1.5, -7, "", "a b: c", "x. y; z", true, [], ["a b", 3], {}, { x: 1 }];
  const oddFields = (fields: object): readonly Properties[] =>
    Object.keys(fields).flatMap((field) => oddValues.map((value) => ({ [field]: value })));
  const definitions = ["{", "[]", '["null"]', '{"type":"strng"}'];
  const pair = { type: "KEY_VALUE", key: { type: "STRING" }, value: { type: "STRING" } };
  const asked: readonly {
    readonly resource: PulsarResource;
    readonly base: Properties;
    readonly odd: readonly Properties[];
  }[] = [
    { resource: tenant, base: { tenant: "t" }, odd: oddFields({ tenant: 1, adminRoles: 1, allowedClusters: 1 }) },
    { resource: namespace, base: { tenant: "t", namespace: "n" }, odd: [...oddFields(namespaceFields), ...policies] },
    {
      resource: topic,
      base: { topic: topicName },
      odd: [{}, { topic: `${topicName}-partition-1` }, { topic: "a/b/__c" }, ...oddFields(topicFields), ...policies],
    },
    {
      resource: schema,
      base: { topic: topicName, type: "STRING" },
      odd: [
        {},
        ...oddFields(schemaFields),
        ...["", ...definitions].flatMap((definition) =>
          ["AVRO", "JSON", "PROTOBUF_NATIVE", "INT8", "KEY_VALUE", "auto", "avro"].map((type) => ({
            type,
            definition,
          })),
        ),
        { ...pair, properties: { "kv.encoding.type": "x" }, encoding: "inline" },
        { ...pair, key: {}, value: { type: "KEY_VALUE" } },
      ],
    },
  ];
  const reasons = new Set(
    asked.flatMap(({ resource, base, odd }) =>
      odd.flatMap((values) => resource.check({ ...base, ...values }, undefined).failures.map(({ reason }) => reason)),
    ),
  );

  /** With what a help begins that says what to do. */
  const toDo =
    /^(?:write|state|leave|lower|raise|add|change|give|take|let|correct|retention has to be|the broker has no)\b/i;

  it("says of all that resources refuse what to do, but for Avro, which has no one form", () => {
    assert.ok(reasons.size > 100, `${reasons.size} reasons`);
    const useless = [...reasons].flatMap((reason) => {
      const { message, help } = spokenReason(reason);
      const isWhole = `${message}${help}`.length > 0 && !/[:;.,]$/.test(message) && /[\p{L}"\d_)]$/u.test(help);
      return isWhole && toDo.test(help) && help !== general ? [] : [reason];
    });
    assert.deepEqual(useless, [
      "is a union, which Pulsar does not take for AVRO.",
      '"strng" is no type of Avro, and no type of that name is defined before.',
    ]);
  });
});
