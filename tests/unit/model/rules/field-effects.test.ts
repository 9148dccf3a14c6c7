import assert from "node:assert/strict";
import { effectOf } from "../../../../provider/model/effects";
import { fieldConditions } from "../../../../provider/model/rules/field-conditions";
import { fieldRuntimes } from "../../../../provider/model/rules/field-runtimes";
import { sampleMesh, sink, source } from "../../sample-mesh";
import { around, aroundGo, aroundPython, member, secret, testRule } from "./broken-meshes";

const fromKafka = {
  className: "com.acme.Score",
  java: { jar: "/pulsar/score.jar" },
  source: { connector: "builtin://kafka" },
  output: { topic: "out" },
};

testRule("FM075", [
  {
    name: "a limit of requests in Go",
    spec: aroundGo({ maxPendingAsyncRequests: 5 }),
    want: ["FM075 functions.f.maxPendingAsyncRequests"],
    wantInManifests: ["FM075? functions.f.maxPendingAsyncRequests"],
  },
  {
    name: "a class in Go",
    spec: aroundGo({ className: "enrich.Enrich" }),
    want: ["FM075 functions.f.className"],
    wantInManifests: ["FM075? functions.f.className"],
  },
  {
    name: "the order within keys in Go",
    spec: aroundGo({ retainKeyOrdering: true }),
    want: ["FM075 functions.f.retainKeyOrdering"],
    wantInManifests: ["FM075? functions.f.retainKeyOrdering"],
  },
  { name: "the order within topics in Go", spec: aroundGo({ retainOrdering: true }), want: [] },
  {
    name: "a container for the log lines of Go",
    spec: aroundGo({ logTopic: "log", logTopicAgent: "sidecar" }),
    want: ["FM075 functions.f.logTopicAgent"],
    wantInManifests: ["FM075? functions.f.logTopicAgent"],
  },
  { name: "log lines of Go by itself", spec: aroundGo({ logTopic: "log", logTopicAgent: "runtime" }), want: [] },
  { name: "secrets in Go, which are variables", spec: aroundGo({ secrets: { password: secret } }), want: [] },
  {
    name: "the form of log lines in Go",
    spec: aroundGo({ golang: { go: "/f", log: { level: "debug", format: "json" } } }),
    want: ["FM075 functions.f.golang.log.format"],
  },
  {
    name: "Log4j in Python",
    spec: aroundPython({ python: { py: "/f.py", log: { javaLog4JConfigFileType: "xml" } } }),
    want: ["FM075 functions.f.python.log.javaLog4JConfigFileType"],
  },
  {
    name: "a producer's settings in Python",
    spec: aroundPython({ output: { topic: "out", producerConf: { maxPendingMessages: 5, compressionType: "ZSTD" } } }),
    want: ["FM075 functions.f.output.producerConf.maxPendingMessages"],
  },
  {
    name: "a class for messages in Go",
    spec: aroundGo({ input: { topics: ["in"], sourceSpecs: { in: { serdeClassName: "X", receiverQueueSize: 5 } } } }),
    want: ["FM075 functions.f.input.sourceSpecs.in.serdeClassName"],
  },
  {
    name: "nothing asked for",
    spec: aroundPython({ skipToLatest: false, maxMessageRetry: 0, runtimeFlags: "" }),
    want: [],
    wantInManifests: [],
  },
  {
    name: "empty lists and objects where they have no effect",
    spec: aroundPython({
      output: { topic: "out", customSchemaSinks: {} },
      input: {
        topics: ["in"],
        sourceSpecs: { in: { cryptoConfig: { cryptoKeyReaderClassName: "keys.Mine", encryptionKeys: [] } } },
      },
    }),
    want: [],
    wantInManifests: [],
  },
  {
    name: "flags in Java",
    spec: member({ runtimeFlags: "-Xmx1g" }),
    want: ["FM075 functions.f.runtimeFlags"],
    wantInManifests: ["FM075? functions.f.runtimeFlags"],
  },
  {
    name: "flags in Python",
    spec: aroundPython({ runtimeFlags: "-O" }),
    want: ["FM075 functions.f.runtimeFlags"],
  },
  { name: "flags in Go", spec: aroundGo({ runtimeFlags: "-x" }), want: ["FM075 functions.f.runtimeFlags"] },
  {
    name: "flags of a source",
    spec: around({}, { sources: { s: source({ runtimeFlags: "-Xmx1g" }) } }),
    want: ["FM075 sources.s.runtimeFlags"],
  },
  { name: "the number of instances in Java", spec: member({ showPreciseParallelism: true }), want: [] },
  {
    name: "the number of instances in Python",
    spec: aroundPython({ showPreciseParallelism: true }),
    want: ["FM075 functions.f.showPreciseParallelism"],
    wantInManifests: ["FM075? functions.f.showPreciseParallelism"],
  },
  {
    name: "the number of instances in Go",
    spec: aroundGo({ showPreciseParallelism: true }),
    want: ["FM075 functions.f.showPreciseParallelism"],
  },
  {
    name: "keys to encrypt with, and what to do without, where messages are read",
    spec: around({
      input: {
        topics: ["in"],
        sourceSpecs: {
          in: {
            cryptoConfig: {
              cryptoKeyReaderClassName: "com.acme.Keys",
              encryptionKeys: ["a"],
              producerCryptoFailureAction: "SEND",
              consumerCryptoFailureAction: "CONSUME",
            },
          },
        },
      },
    }),
    want: [
      "FM075 functions.f.input.sourceSpecs.in.cryptoConfig.encryptionKeys",
      "FM075 functions.f.input.sourceSpecs.in.cryptoConfig.producerCryptoFailureAction",
    ],
  },
  {
    name: "what to do with messages that cannot be read, where they are written",
    spec: around({
      output: {
        topic: "out",
        producerConf: {
          cryptoConfig: {
            cryptoKeyReaderClassName: "com.acme.Keys",
            encryptionKeys: ["a"],
            consumerCryptoFailureAction: "CONSUME",
          },
        },
      },
    }),
    want: ["FM075 functions.f.output.producerConf.cryptoConfig.consumerCryptoFailureAction"],
  },
  {
    name: "how topics are read beside a connector that is",
    spec: sampleMesh({
      functions: {
        f: { ...fromKafka, subscriptionName: "s", skipToLatest: true },
      },
      sinks: { k: sink() },
    }),
    want: ["FM075 functions.f.subscriptionName", "FM075 functions.f.skipToLatest"],
  },
  {
    name: "where to put a connector that is in the image",
    spec: around({}, { sources: { s: source({ connectorPath: "/pulsar/file.nar" }) } }),
    want: ["FM075 sources.s.connectorPath"],
  },
  {
    name: "where to put a connector that is downloaded",
    spec: around({}, { sources: { s: source({ connector: "source://a/b/c@1", connectorPath: "/pulsar/file.nar" }) } }),
    want: [],
  },
  {
    name: "an agent without a log topic",
    spec: member({ logTopicAgent: "sidecar" }),
    want: ["FM075 functions.f.logTopicAgent"],
  },
  {
    name: "a log topic of a source's own",
    spec: around({}, { sources: { s: source({ logTopic: "log", logTopicAgent: "runtime" }) } }),
    want: ["FM075 sources.s.logTopic"],
  },
  {
    name: "a downloader of nothing",
    spec: member({ downloaderImage: "x" }),
    want: ["FM075 functions.f.downloaderImage"],
  },
  {
    name: "settings beside one's own",
    spec: around({ java: { jar: "/f.jar", log: { format: "json", logConfig: { name: "c", key: "k" } } } }),
    want: ["FM075 functions.f.java.log.format"],
  },
  {
    name: "times without a clock",
    spec: around({ windowConfig: { windowLengthCount: 3, lateDataTopic: "late" } }),
    want: ["FM075 functions.f.windowConfig.lateDataTopic"],
  },
]);

describe("tables of FM075", () => {
  it("name fields that exist", () => {
    const fields = [...Object.keys(fieldRuntimes), ...fieldConditions.map(({ field }) => field)];
    const unknownFields = fields.filter((field) =>
      (["function", "source", "sink"] as const).every(
        (kind) => effectOf(kind, field.replaceAll("*", "x")) === undefined,
      ),
    );
    assert.deepEqual(unknownFields, []);
  });
});
