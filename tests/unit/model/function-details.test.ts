import assert from "node:assert/strict";
import fc from "fast-check";
import type { CryptoSpec } from "../../../provider/model/crypto";
import type { FunctionSpec } from "../../../provider/model/function";
import { functionDetails } from "../../../provider/model/function-details";
import type { MemberPlan } from "../../../provider/model/plan";
import { planMesh } from "../../../provider/model/plan-mesh";
import type { SinkSpec } from "../../../provider/model/sink";
import type { SourceSpec } from "../../../provider/model/source";
import { fromManifest, onlyMember } from "../planned-member";
import { javaFunction, pythonFunction, sampleMesh, sink, source } from "../sample-mesh";

interface Row {
  readonly name: string;
  readonly member: MemberPlan;
  /** Where the value is found, from the top. */
  readonly at: string;
  readonly want: unknown;
}

const java = (parts: Partial<FunctionSpec>): MemberPlan => onlyMember({ functions: { f: javaFunction(parts) } });
const python = (parts: Partial<FunctionSpec>): MemberPlan => onlyMember({ functions: { f: pythonFunction(parts) } });
const from = (parts: Partial<SourceSpec>): MemberPlan => onlyMember({ sources: { s: source(parts) } });
const to = (parts: Partial<SinkSpec>): MemberPlan => onlyMember({ sinks: { s: sink(parts) } });

const topicIn = "persistent://public/default/in";
const topicOut = "persistent://public/default/out";
const identity = "org.apache.pulsar.functions.api.utils.IdentityFunction";
const windowed = "org.apache.pulsar.functions.windowing.WindowFunctionExecutor";
const row = (at: string, member: MemberPlan, want: unknown): Row => ({
  name: `${member.kind} ${at} ${want === undefined ? "left out" : JSON.stringify(want)}`,
  member,
  at,
  want,
});

const cryptoConfig = {
  cryptoKeyReaderClassName: "com.acme.Keys",
  cryptoKeyReaderConfig: { PUBLIC: "/keys/pub.pem" },
  encryptionKeys: ["k1", "k2"],
  producerCryptoFailureAction: "SEND",
  consumerCryptoFailureAction: "DISCARD",
} as const;
const cryptoSpec = {
  cryptoKeyReaderClassName: "com.acme.Keys",
  cryptoKeyReaderConfig: '{"PUBLIC":"/keys/pub.pem"}',
  producerEncryptionKeyName: ["k1", "k2"],
  producerCryptoFailureAction: "SEND",
  consumerCryptoFailureAction: "DISCARD",
};

const ofAll: readonly Row[] = [
  row("tenant", java({ tenant: "acme" }), "acme"),
  row("namespace", java({ namespace: "retail" }), "retail"),
  row("name", java({ name: "enrich" }), "enrich"),
  row("componentType", java({}), "FUNCTION"),
  row("componentType", from({}), "SOURCE"),
  row("componentType", to({}), "SINK"),
  row("className", java({}), "com.acme.Score"),
  row("className", from({}), identity),
  row("className", to({}), identity),
  row("runtime", java({}), undefined),
  row("runtime", python({}), "PYTHON"),
  row("parallelism", java({ replicas: 4 }), 1),
  row("parallelism", java({ replicas: 4, showPreciseParallelism: true }), 4),
  row("parallelism", java({ autoscaling: { minReplicas: 2, maxReplicas: 5 }, showPreciseParallelism: true }), 2),
  row("runtimeFlags", to({ runtimeFlags: "-Dx=y" }), "-Dx=y"),
  row("secretsMap", java({ secrets: { a: "" } }), '{"a":{"key":"a","path":"a"}}'),
  row("secretsMap", from({ secretsMap: { b: { path: "s", key: "k" } } }), '{"b":{"key":"k","path":"s"}}'),
  row("resources", java({ resources: { requests: { cpu: "100m" } } }), undefined),
  row("resources", fromManifest(java({ resources: { requests: { cpu: "250m", memory: "256Mi", storage: "1G" } } })), {
    cpu: 0.25,
    ram: 268435456,
    disk: 1000000000,
  }),
  row("logTopic", java({ logTopic: "logs" }), "persistent://public/default/logs"),
  row("logTopic", java({ logTopic: "logs", logTopicAgent: "sidecar" }), undefined),
  row("logTopic", to({ logTopic: "logs" }), undefined),
  row("logTopic", from({ logTopic: "logs", logTopicAgent: "runtime" }), undefined),
  row("userConfig", java({}), undefined),
  row("userConfig", java({ config: { b: 1, a: "x" } }), '{"a":"x","b":1}'),
  row("userConfig", from({ config: { url: "x" } }), '{"url":"x"}'),
  row("userConfig", to({ config: { url: "x" } }), undefined),
];

const ofProcessing: readonly Row[] = [
  row("processingGuarantees", java({ processingGuarantee: "atleast_once" }), undefined),
  row("processingGuarantees", java({ processingGuarantee: "atmost_once" }), "ATMOST_ONCE"),
  row("processingGuarantees", from({ processingGuarantee: "effectively_once" }), "EFFECTIVELY_ONCE"),
  row("processingGuarantees", to({ processingGuarantee: "manual" }), "MANUAL"),
  row("autoAck", java({}), true),
  row("autoAck", from({}), true),
  row("autoAck", to({ autoAck: false }), undefined),
  row("autoAck", java({ processingGuarantee: "manual" }), undefined),
  row("autoAck", java({ processingGuarantee: "manual", autoAck: true }), true),
  row("retainOrdering", java({ retainOrdering: true }), true),
  row("retainKeyOrdering", to({ retainKeyOrdering: true }), true),
  row("retryDetails", java({ maxMessageRetry: 0 }), undefined),
  row("retryDetails", java({ maxMessageRetry: 3 }), {
    maxMessageRetries: 3,
    deadLetterTopic: "persistent://public/default/public-default-f-DLQ",
  }),
  row("retryDetails", fromManifest(java({ maxMessageRetry: 3 })), {
    maxMessageRetries: 3,
    deadLetterTopic: "public-default-f-DLQ",
  }),
  row("retryDetails", to({ maxMessageRetry: 3, subscriptionName: "own" }), { maxMessageRetries: 3 }),
  row("retryDetails", to({ maxMessageRetry: 3, subscriptionName: "own", deadLetterTopic: "dead" }), {
    maxMessageRetries: 3,
    deadLetterTopic: "persistent://public/default/dead",
  }),
  row("source.subscriptionType", java({}), undefined),
  row("source.subscriptionType", java({ retainOrdering: true }), "FAILOVER"),
  row("source.subscriptionType", to({ processingGuarantee: "effectively_once" }), "FAILOVER"),
  row("source.subscriptionType", to({ retainKeyOrdering: true }), "KEY_SHARED"),
];

const writing = (encryption: CryptoSpec): Partial<FunctionSpec> => ({
  output: { topic: "out", producerConf: { cryptoConfig: encryption } },
});

const ofReading: readonly Row[] = [
  row("source.subscriptionName", java({}), "public/default/f"),
  row("source.subscriptionName", fromManifest(java({})), undefined),
  row("source.subscriptionName", fromManifest(java({ subscriptionName: "own" })), "own"),
  row("source.subscriptionPosition", java({}), "EARLIEST"),
  row("source.subscriptionPosition", to({ subscriptionPosition: "latest" }), undefined),
  row("source.cleanupSubscription", to({ cleanupSubscription: true }), undefined),
  row("source.cleanupSubscription", fromManifest(to({ cleanupSubscription: true })), true),
  row("source.timeoutMs", java({ timeout: 500 }), 500),
  row("source.negativeAckRedeliveryDelayMs", java({ timeout: 500 }), 500),
  row("source.negativeAckRedeliveryDelayMs", to({ timeout: 500 }), undefined),
  row("source.negativeAckRedeliveryDelayMs", to({ negativeAckRedeliveryDelayMs: 7 }), 7),
  row("source.skipToLatest", java({ skipToLatest: true }), true),
  row("source.typeClassName", java({}), "java.lang.String"),
  row("source.typeClassName", python({}), "[B"),
  row("source.typeClassName", to({ input: { topics: ["out"], typeClassName: "com.acme.Order" } }), "com.acme.Order"),
  row("source.inputSpecs", java({ input: { topics: ["in"] } }), { [topicIn]: {} }),
  row("source.inputSpecs", fromManifest(java({ input: { topics: ["in"] } })), { in: {} }),
  row("source.inputSpecs", java({ input: { topicPattern: "in-.*" } }), { [`${topicIn}-.*`]: { isRegexPattern: true } }),
  row("source.inputSpecs", to({ input: { customSerdeSources: { in: "com.acme.Serde" } } }), {
    [topicIn]: { serdeClassName: "com.acme.Serde" },
  }),
  row("source.inputSpecs", to({ input: { topics: ["in"], customSchemaSources: { in: "avro" } } }), {
    [topicIn]: { schemaType: "avro" },
  }),
  row(
    "source.inputSpecs",
    java({
      input: {
        customSchemaSources: { in: "json" },
        sourceSpecs: {
          in: {
            schemaType: "avro",
            serdeClassName: "com.acme.Serde",
            schemaProperties: { a: "0" },
            consumerProperties: { b: "1" },
            receiverQueueSize: 0,
            cryptoConfig,
          },
          "in-.*": { isRegexPattern: true },
        },
      },
    }),
    {
      [topicIn]: {
        schemaType: "avro",
        serdeClassName: "com.acme.Serde",
        schemaProperties: { a: "0" },
        consumerProperties: { b: "1" },
        receiverQueueSize: { value: 0 },
        cryptoSpec,
      },
      [`${topicIn}-.*`]: { isRegexPattern: true },
    },
  ),
];

const ofWriting: readonly Row[] = [
  // Python reads the settings as JSON, and over anything else writes in the clear; Java takes none for none.
  row("sink.producerSpec.cryptoSpec.cryptoKeyReaderConfig", python(writing({ cryptoKeyReaderClassName: "k.K" })), "{}"),
  row(
    "sink.producerSpec.cryptoSpec.cryptoKeyReaderConfig",
    java(writing({ cryptoKeyReaderClassName: "K" })),
    undefined,
  ),
  row("sink.topic", java({}), topicOut),
  row("sink.topic", fromManifest(java({})), "out"),
  row("sink.topic", javaWithoutOutput(), undefined),
  row("sink.typeClassName", javaWithoutOutput(), "[B"),
  row("sink.typeClassName", from({}), "[B"),
  row("sink.typeClassName", to({}), "java.lang.String"),
  row("sink.serDeClassName", from({ output: { topic: "in", sinkSerdeClassName: "com.acme.Serde" } }), "com.acme.Serde"),
  row("sink.schemaType", java({ output: { topic: "out", sinkSchemaType: "avro" } }), "avro"),
  row("sink.forwardSourceMessageProperty", java({}), true),
  row("sink.forwardSourceMessageProperty", from({ forwardSourceMessageProperty: false }), undefined),
  row("sink.forwardSourceMessageProperty", to({}), undefined),
  row("sink.producerSpec", java({}), undefined),
  row("sink.producerSpec", from({}), {
    maxPendingMessages: 1000,
    maxPendingMessagesAcrossPartitions: 1000,
    useThreadLocalProducers: true,
  }),
  row("sink.producerSpec", from({ output: { topic: "in", producerConf: { compressionType: "LZ4" } } }), {}),
  row(
    "sink.producerSpec",
    java({
      output: {
        topic: "out",
        producerConf: {
          maxPendingMessages: 1,
          maxPendingMessagesAcrossPartitions: 2,
          useThreadLocalProducers: true,
          batchBuilder: "KEY_BASED",
          compressionType: "ZSTD",
          cryptoConfig,
        },
      },
    }),
    {
      maxPendingMessages: 1,
      maxPendingMessagesAcrossPartitions: 2,
      useThreadLocalProducers: true,
      batchBuilder: "KEY_BASED",
      compressionType: "ZSTD",
      cryptoSpec,
    },
  ),
  row("sink.schemaProperties", withSchemaSink('{"schemaProperties":{"x":"1"}}'), { x: "1" }),
  row("sink.consumerProperties", withSchemaSink('{"consumerProperties":{"y":"2"}}'), { y: "2" }),
  row("sink.consumerProperties", withSchemaSink("no JSON"), undefined),
];

const batchSourceConfig = { discoveryTriggererClassName: "com.acme.Cron", discoveryTriggererConfig: { at: "noon" } };
const ofConnectors: readonly Row[] = [
  row("source.className", from({}), "com.acme.FileSource"),
  row("source.configs", from({ config: { url: "x" } }), '{"url":"x"}'),
  row("source.builtin", from({ connector: "builtin://file" }), "file"),
  row("source.builtin", from({}), undefined),
  row("source.builtin", from(known("builtin://file")), undefined),
  row("source.builtin", fromManifest(from(known("builtin://file"))), "file"),
  row("source.typeClassName", from({ output: { topic: "in", typeClassName: "com.acme.Row" } }), "com.acme.Row"),
  row("source.className", from({ batchSourceConfig }), "org.apache.pulsar.functions.source.batch.BatchSourceExecutor"),
  row(
    "source.configs",
    from({ batchSourceConfig, config: { url: "x" } }),
    JSON.stringify({
      __BATCHSOURCECLASSNAME__: "com.acme.FileSource",
      __BATCHSOURCECONFIGS__:
        '{"discoveryTriggererClassName":"com.acme.Cron","discoveryTriggererConfig":{"at":"noon"}}',
      url: "x",
    }),
  ),
  row("userConfig", from({ batchSourceConfig, config: { url: "x" } }), '{"url":"x"}'),
  row("sink.className", to({}), "com.acme.HttpSink"),
  row("sink.configs", to({ config: { url: "x" } }), '{"url":"x"}'),
  row("sink.builtin", to({ connector: "builtin://http" }), "http"),
  row("source.builtin", java({ source: { connector: "builtin://kafka" } }), "kafka"),
  row("source.className", java({ source: { className: "com.acme.S" } }), "com.acme.S"),
  row("source.configs", java({ source: { connector: "builtin://kafka", config: { a: 1 } } }), '{"a":1}'),
  row("source.inputSpecs", java({ source: { connector: "builtin://kafka" } }), undefined),
  row("source.inputSpecs", fromManifest(java({ source: { connector: "builtin://kafka" } })), { in: {} }),
  row("source.subscriptionName", java({ source: { connector: "builtin://kafka" } }), undefined),
  row("sink.builtin", java({ sink: { connector: "builtin://jdbc" } }), "jdbc"),
  row("sink.className", java({ sink: { className: "com.acme.K" } }), "com.acme.K"),
  row("sink.configs", java({ sink: { connector: "builtin://jdbc", config: { a: 1 } } }), '{"a":1,"sinkType":"jdbc"}'),
  row("sink.topic", java({ sink: { connector: "builtin://jdbc" } }), undefined),
  row("sink.topic", fromManifest(java({ sink: { connector: "builtin://jdbc" } })), "out"),
];

const ofWindows: readonly Row[] = [
  row("className", java({ windowConfig: { windowLengthCount: 3 } }), windowed),
  row("processingGuarantees", java({ windowConfig: { windowLengthCount: 3 } }), "MANUAL"),
  ...(["atleast_once", "atmost_once", "manual"] as const).map((processingGuarantee) =>
    row("processingGuarantees", java({ windowConfig: { windowLengthCount: 3 }, processingGuarantee }), "MANUAL"),
  ),
  row("processingGuarantees", fromManifest(java({ windowConfig: { windowLengthCount: 3 } })), undefined),
  row("autoAck", java({ windowConfig: { windowLengthCount: 3 } }), undefined),
];

const windows: readonly { readonly name: string; readonly member: MemberPlan; readonly want: unknown }[] = [
  {
    name: "that keeps the guarantee of its function",
    member: java({ windowConfig: { windowLengthCount: 3 }, processingGuarantee: "atmost_once", config: { k: "v" } }),
    want: { windowLengthCount: 3, slidingIntervalCount: 3, processingGuarantees: "ATMOST_ONCE" },
  },
  {
    name: "by count",
    member: java({ windowConfig: { windowLengthCount: 3 }, config: { k: "v" } }),
    want: { windowLengthCount: 3, slidingIntervalCount: 3, processingGuarantees: "ATLEAST_ONCE" },
  },
  {
    name: "by the messages' own times, with Pulsar's own values",
    member: java({
      windowConfig: { windowLengthDurationMs: 2000, timestampExtractorClassName: "com.acme.Times" },
      config: { k: "v" },
    }),
    want: {
      windowLengthDurationMs: 2000,
      slidingIntervalDurationMs: 2000,
      maxLagMs: 0,
      watermarkEmitIntervalMs: 1000,
      timestampExtractorClassName: "com.acme.Times",
      processingGuarantees: "ATLEAST_ONCE",
    },
  },
  {
    name: "by time, of a manifest",
    member: fromManifest(
      java({
        config: { k: "v" },
        windowConfig: {
          windowLengthDurationMs: 2000,
          slidingIntervalDurationMs: 500,
          lateDataTopic: "late",
          maxLagMs: 10,
          watermarkEmitIntervalMs: 100,
          timestampExtractorClassName: "com.acme.Times",
        },
      }),
    ),
    want: {
      windowLengthDurationMs: 2000,
      slidingIntervalDurationMs: 500,
      lateDataTopic: "late",
      maxLagMs: 10,
      watermarkEmitIntervalMs: 100,
      timestampExtractorClassName: "com.acme.Times",
    },
  },
];

function javaWithoutOutput(): MemberPlan {
  const { className = "", java: program = { jar: "" }, input = {} } = javaFunction();
  return onlyMember({ functions: { f: { className, java: program, input } } });
}

function withSchemaSink(text: string): MemberPlan {
  return java({ output: { topic: "out", customSchemaSinks: { [topicOut]: text, other: '{"schemaProperties":{}}' } } });
}

function known(connector: string): Partial<SourceSpec> {
  return { connector, runner: { connectors: { file: { path: "/x.nar", className: "com.acme.X" } } } };
}

const read = (member: MemberPlan): unknown => JSON.parse(functionDetails(member));
const valueAt = (value: unknown, path: string): unknown =>
  path
    .split(".")
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === "object" && inner !== null ? Object.entries(inner).find(([name]) => name === key)?.[1] : inner,
      value,
    );

describe("function-details", () => {
  for (const { name, member, at, want } of [
    ...ofAll,
    ...ofProcessing,
    ...ofReading,
    ...ofWriting,
    ...ofConnectors,
    ...ofWindows,
  ]) {
    it(name, () => assert.deepEqual(valueAt(read(member), at), want));
  }

  for (const { name, member, want } of windows) {
    it(`has a window ${name}`, () => {
      const config = valueAt(read(member), "userConfig");
      assert.deepEqual(JSON.parse(String(config)), {
        k: "v",
        __WINDOWCONFIGS__: { actualWindowFunctionClassName: "com.acme.Score", ...Object(want) },
      });
    });
  }

  it("is in ASCII, whatever it tells", () => {
    const text = functionDetails(java({ name: "Zürich ✓", className: "com.acme.Größe", config: { 日: "🚀\u2028" } }));
    assert.match(text, /^[ -~]*$/);
    const read: unknown = JSON.parse(text);
    assert.equal(valueAt(read, "name"), "Zürich ✓");
    assert.equal(valueAt(read, "className"), "com.acme.Größe");
    assert.deepEqual(JSON.parse(String(valueAt(read, "userConfig"))), { 日: "🚀\u2028" });
  });

  it("hands settings over unchanged, whatever they hold", () => {
    const text = fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: fc.constantFrom(..."'\"`$(){}\\\n üß🚀") }));
    fc.assert(
      fc.property(fc.dictionary(text, fc.oneof(text, fc.jsonValue())), (config) => {
        const { plan } = planMesh(
          "mesh",
          sampleMesh({ sources: { s: source({ config }) }, functions: { f: javaFunction({ config }) } }),
        );
        const [fromSource, fromFunction] = plan.members.map(read);
        const plain: unknown = JSON.parse(JSON.stringify(config));
        for (const told of [
          valueAt(fromSource, "source.configs"),
          valueAt(fromSource, "userConfig"),
          valueAt(fromFunction, "userConfig"),
        ])
          assert.deepEqual(JSON.parse(String(told)), plain);
      }),
    );
  });
});
