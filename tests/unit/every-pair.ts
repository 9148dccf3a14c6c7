import { connectorPairs, sinkPairs, sourcePairs } from "../fields/connector-pairs";
import { below, type Pairs } from "../fields/field-pairs";
import { functionPairs, genericPairs, golangPairs, pythonPairs } from "../fields/function-pairs";
import { memberPairs } from "../fields/member-pairs";
import type { Subject } from "../fields/subjects";
import { readerPairs, writerPairs } from "../fields/stream-pairs";

const cryptoPairs: Pairs = {
  cryptoKeyReaderClassName: ["k.A", "k.B"],
  cryptoKeyReaderConfig: [{ a: "b" }, { a: "c" }],
  encryptionKeys: [["a"], ["b"]],
  producerCryptoFailureAction: ["FAIL", "SEND"],
  consumerCryptoFailureAction: ["DISCARD", "CONSUME"],
  cryptoSecrets: [[], [{ secretName: "s", secretKey: "k", asVolume: "/v" }]],
};

const consumerPairs: Pairs = {
  schemaType: ["json", "avro"],
  serdeClassName: ["a.A", "a.B"],
  isRegexPattern: [false, true],
  schemaProperties: [{ a: "b" }, { a: "c" }],
  consumerProperties: [{ a: "b" }, { a: "c" }],
  receiverQueueSize: [1, 2],
  ...below("cryptoConfig", cryptoPairs),
};

const overridePairs: Pairs = {
  connector: ["builtin://a", "builtin://b"],
  className: ["A", "B"],
  typeClassName: ["A", "B"],
  config: [{ a: 1 }, { a: 2 }],
};

const logPairs: Pairs = {
  level: ["info", "debug"],
  format: ["text", "json"],
  rotatePolicy: [undefined, "SizedPolicyWith10MB"],
  logConfig: [undefined, { name: "c", key: "k" }],
  javaLog4JConfigFileType: ["xml", "yaml"],
};

const javaPairs: Pairs = {
  ...below("log", logPairs),
  javaOpts: [[], ["-Da=b"]],
  extraDependenciesDir: ["/a", "/b"],
  instancePath: ["/a", "/b"],
  entryClass: ["A", "B"],
};

/** A class whose schema topics get, whatever the runtime. */
const typeClassName = ["[B", "java.lang.String"] as const;

const reading = (own: string): Pairs => ({
  ...readerPairs(own),
  "input.typeClassName": typeClassName,
  ...below(`input.sourceSpecs.${own}-in`, consumerPairs),
});

const writing = (own: string): Pairs => ({
  ...writerPairs,
  "output.topic": [`${own}-a`, `${own}-b`],
  "output.typeClassName": typeClassName,
  "output.customSchemaSinks": [undefined, { [`${own}-out`]: '{"schemaProperties":{"a":"b"}}' }],
  ...below("output.producerConf.cryptoConfig", cryptoPairs),
});

const shared = (own: string): Pairs => ({
  ...memberPairs(own),
  placement: [false, true].map((standby) => [{ cluster: "east" }, { cluster: "west", standby }]) as [unknown, unknown],
  ...below("java", javaPairs),
  logTopic: [`${own}-a`, `${own}-b`],
  logTopicAgent: ["runtime", "sidecar"],
  filebeatImage: ["a", "b"],
  downloaderImage: ["a", "b"],
  packageCluster: ["east", "west"],
  showPreciseParallelism: [undefined, true],
  "rollout.replaceOnRoll": [undefined, true],
  runtimeFlags: ["a", "b"],
  "runner.connectors": [{ x: { path: "/a", className: "A" } }, { x: { path: "/b", className: "A" } }],
  "statefulConfig.pulsar.serviceUrl": ["bk://a", "bk://b"],
  "statefulConfig.pulsar.javaProvider.className": ["A", "B"],
  "statefulConfig.pulsar.javaProvider.config": [{ a: 1 }, { a: 2 }],
});

const functions = (own: string): Pairs => ({
  ...functionPairs(own),
  ...pythonPairs,
  ...golangPairs,
  ...genericPairs,
  ...below("python.log", logPairs),
  ...below("golang.log", logPairs),
  ...below("source", overridePairs),
  ...below("sink", overridePairs),
});

const pairsOf: Readonly<Record<Subject["kind"], (own: string) => Pairs>> = {
  function: (own) => ({ ...functions(own), ...shared(own), ...reading(own), ...writing(own) }),
  source: (own) => ({ ...sourcePairs(own), ...shared(own), ...writing(own) }),
  sink: (own) => ({ ...connectorPairs, connectorPath: ["/a", "/b"], ...sinkPairs, ...shared(own), ...reading(own) }),
};

/** Two values of every field of a kind of member, whatever its runtime does with it. */
export const everyPair = (kind: Subject["kind"], own: string): Pairs => pairsOf[kind](own);
