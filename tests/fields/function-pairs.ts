import { below, type Pairs } from "./field-pairs";

const logPairs: Pairs = {
  "log.level": ["info", "debug"],
  "log.format": ["text", "json"],
  "log.rotatePolicy": [undefined, "SizedPolicyWith10MB"],
  "log.logConfig": [undefined, { name: "c", key: "k" }],
};

const windowPairs = (own: string): Pairs => ({
  windowLengthCount: [1, 2],
  windowLengthDurationMs: [1, 2],
  slidingIntervalCount: [1, 2],
  slidingIntervalDurationMs: [1, 2],
  lateDataTopic: [`${own}-a`, `${own}-b`],
  maxLagMs: [1, 2],
  watermarkEmitIntervalMs: [1, 2],
  timestampExtractorClassName: ["A", "B"],
  processingGuarantees: ["ATLEAST_ONCE", "ATMOST_ONCE"],
});

/** Of the fields of functions, and of those in Java. */
export const functionPairs = (own: string): Pairs => ({
  className: ["a.A", "a.B"],
  config: [{ a: 1 }, { a: 2 }],
  "output.topic": [`${own}-a`, `${own}-b`],
  "output.customSchemaSinks": [undefined, { [`${own}-out`]: '{"schemaProperties":{"a":"b"}}' }],
  source: [{ connector: "builtin://a" }, { connector: "builtin://b" }],
  sink: [{ connector: "builtin://a" }, { connector: "builtin://b" }],
  ...below("windowConfig", windowPairs(own)),
  "statefulConfig.pulsar.serviceUrl": ["bk://a", "bk://b"],
  "statefulConfig.pulsar.javaProvider.className": ["A", "B"],
  "statefulConfig.pulsar.javaProvider.config": [{ a: 1 }, { a: 2 }],
  logTopicAgent: ["runtime", "sidecar"],
  filebeatImage: ["a", "b"],
  downloaderImage: ["a", "b"],
  packageCluster: ["east", "west"],
  skipToLatest: [false, true],
  maxPendingAsyncRequests: [1, 2],
  logTopic: [`${own}-a`, `${own}-b`],
  showPreciseParallelism: [undefined, true],
  "java.log.javaLog4JConfigFileType": ["xml", "yaml"],
  "java.jar": ["/a.jar", "/b.jar"],
  "java.jarLocation": ["function://public/default/c@1", "function://public/default/c@2"],
  "java.javaOpts": [[], ["-Da=b"]],
  "java.extraDependenciesDir": ["/a", "/b"],
  "java.instancePath": ["/a", "/b"],
  "java.entryClass": ["A", "B"],
  ...below("java", logPairs),
});

export const pythonPairs: Pairs = {
  "python.py": ["/a.py", "/b.py"],
  "python.code": [{ "fn::stringAsset": "a" }, { "fn::stringAsset": "b" }],
  "python.pyLocation": ["function://public/default/c@1", "function://public/default/c@2"],
  ...below("python", logPairs),
};

export const golangPairs: Pairs = {
  "golang.go": ["/a", "/b"],
  "golang.goLocation": ["function://public/default/c@1", "function://public/default/c@2"],
  "golang.log.level": ["info", "debug"],
};

export const genericPairs: Pairs = {
  "genericRuntime.functionFile": ["/a", "/b"],
  "genericRuntime.functionFileLocation": ["function://public/default/c@1", "function://public/default/c@2"],
  "genericRuntime.language": ["nodejs", "wasm"],
  runtimeFlags: ["a", "b"],
};
