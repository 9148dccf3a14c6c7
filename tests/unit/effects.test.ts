import assert from "node:assert/strict";
import { effectOf } from "../../provider/model/effects";
import type { EffectTree } from "../../provider/model/effects/effect";
import { functionEffects, sinkEffects, sourceEffects } from "../../provider/model/effects/kind-effects";
import type { FunctionSpec } from "../../provider/model/function";
import type { MeshSpec } from "../../provider/model/mesh";
import { functionOf, javaFunction, pythonFunction, sampleMesh, sink, source } from "./sample-mesh";
import { observedEffect } from "./observed-effect";

type Pair = readonly [unknown, unknown];
type Pairs = Readonly<Record<string, Pair>>;

const crypto = (more: object) => ({ cryptoKeyReaderClassName: "K", encryptionKeys: ["k"], ...more });
const claim = (name: string) => ({ metadata: { name }, spec: { accessModes: ["ReadWriteOnce"] } });
const logs: Pairs = {
  "log.level": ["info", "debug"],
  "log.format": ["text", "json"],
  "log.rotatePolicy": [undefined, "SizedPolicyWith10MB"],
  "log.logConfig": [undefined, { name: "c", key: "k" }],
};
const below = (field: string, pairs: Pairs): Pairs =>
  Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [`${field}.${key}`, pair]));

/** Two values of each field, and what else is stated for it to have an effect. */
const ofMember: Pairs = {
  name: ["a", "b"],
  tenant: ["a", "b"],
  namespace: ["a", "b"],
  cluster: ["east", "west"],
  placement: [[{ cluster: "east" }], [{ cluster: "west" }]],
  pulsarCluster: ["east", "west"],
  replicas: [1, 2],
  paused: [false, true],
  restartToken: ["1", "2"],
  image: ["a:1", "a:2"],
  imagePullPolicy: ["Always", "Never"],
  resources: [{ requests: { cpu: "1" } }, { requests: { cpu: "2" } }],
  secrets: [{ a: "1" }, { a: "2" }],
  secretsMap: [{ a: { path: "s", key: "k" } }, { a: { path: "s", key: "l" } }],
  "autoscaling.minReplicas": [1, 2],
  "autoscaling.maxReplicas": [4, 5],
  "autoscaling.cpu": [50, 60],
  "autoscaling.memory": [50, 60],
  "autoscaling.metrics": [
    [],
    [{ type: "External", external: { metric: { name: "m" }, target: { type: "Value", value: "1" } } }],
  ],
  "autoscaling.backlog.messagesPerInstance": [1, 2],
  "autoscaling.backlog.activationMessages": [1, 2],
  "autoscaling.backlog.pollingIntervalSeconds": [1, 2],
  "autoscaling.backlog.cooldownSeconds": [1, 2],
  "autoscaling.backlog.authentication": [{ triggerAuthentication: "a" }, { triggerAuthentication: "b" }],
  "autoscaling.behavior": [undefined, { scaleDown: { selectPolicy: "Disabled" } }],
  "pod.labels": [{ a: "1" }, { a: "2" }],
  "pod.annotations": [{ a: "1" }, { a: "2" }],
  "pod.nodeSelector": [{ a: "1" }, { a: "2" }],
  "pod.affinity": [undefined, { nodeAffinity: {} }],
  "pod.disableDefaultAffinity": [false, true],
  "pod.tolerations": [[], [{ key: "a" }]],
  "pod.securityContext": [{ runAsUser: 1 }, { runAsUser: 2 }],
  "pod.env": [[{ name: "A", value: "1" }], [{ name: "A", value: "2" }]],
  "pod.volumes": [[], [{ name: "v", emptyDir: {} }]],
  "pod.initContainers": [[], [{ name: "i" }]],
  "pod.sidecars": [[], [{ name: "s" }]],
  "pod.serviceAccountName": ["a", "b"],
  "pod.imagePullSecrets": [[{ name: "a" }], [{ name: "b" }]],
  "pod.terminationGracePeriodSeconds": [1, 2],
  "pod.liveness": [{ periodSeconds: 1 }, { periodSeconds: 2 }],
  "pod.startupProbe": [{ periodSeconds: 1 }, { periodSeconds: 2 }],
  "pod.vpa": [{ updatePolicy: { updateMode: "Off" } }, { updatePolicy: { updateMode: "Initial" } }],
  "pod.minAvailable": ["1", "2"],
  volumeMounts: [[], [{ name: "v", mountPath: "/v" }]],
  volumeClaimTemplates: [[claim("a")], [claim("b")]],
  persistentVolumeClaimRetentionPolicy: [{ whenDeleted: "Retain" }, { whenDeleted: "Delete" }],
  runtimeFlags: ["a", "b"],
  "runner.connectorsDirectory": ["/a", "/b"],
  "rollout.timeoutSeconds": [1, 2],
  "rollout.attachment": [true, false],
  "instanceAuth.token": ["a", "b"],
  "instanceAuth.tokenFile": ["a", "b"],
  "instanceAuth.tokenCommand": [["a"], ["b"]],
  "instanceAuth.oauth2.issuerUrl": ["a", "b"],
  "instanceAuth.oauth2.audience": ["a", "b"],
  "instanceAuth.oauth2.scope": ["a", "b"],
  "instanceAuth.oauth2.credentials": ["a", "b"],
  "instanceAuth.basic.username": ["a", "b"],
  "instanceAuth.basic.password": ["a", "b"],
  "instanceAuth.tls.cert": ["a", "b"],
  "instanceAuth.tls.key": ["a", "b"],
  "instanceAuth.plugin": ["a", "b"],
  "instanceAuth.params": ["a", "b"],
  "instanceTls.allowInsecure": [false, true],
  "instanceTls.verifyHostname": [false, true],
  "instanceTls.trustCerts": ["a", "b"],
};
const ofReader: Pairs = {
  subscriptionName: ["a", "b"],
  subscriptionPosition: ["earliest", "latest"],
  processingGuarantee: ["atleast_once", "manual"],
  retainOrdering: [false, true],
  retainKeyOrdering: [false, true],
  autoAck: [true, false],
  timeout: [1, 2],
  negativeAckRedeliveryDelayMs: [1, 2],
  maxMessageRetry: [1, 2],
  deadLetterTopic: ["a", "b"],
  cleanupSubscription: [false, true],
  "input.topics": [["a"], ["b"]],
  "input.topicPattern": ["persistent://public/default/a.*", "persistent://public/default/b.*"],
  "input.typeClassName": ["A", "B"],
  "input.customSerdeSources": [{ in: "A" }, { in: "B" }],
  "input.customSchemaSources": [{ in: "json" }, { in: "avro" }],
  "input.sourceSpecs": [{ in: { receiverQueueSize: 1 } }, { in: { receiverQueueSize: 2 } }],
};
const ofWriter: Pairs = {
  "output.typeClassName": ["A", "B"],
  "output.sinkSerdeClassName": ["A", "B"],
  "output.sinkSchemaType": ["json", "avro"],
  "output.producerConf.maxPendingMessages": [1, 2],
  "output.producerConf.maxPendingMessagesAcrossPartitions": [1, 2],
  "output.producerConf.useThreadLocalProducers": [false, true],
  "output.producerConf.batchBuilder": ["DEFAULT", "KEY_BASED"],
  "output.producerConf.compressionType": ["ZSTD", "ZLIB"],
  "output.producerConf.cryptoConfig": [crypto({}), crypto({ producerCryptoFailureAction: "SEND" })],
  forwardSourceMessageProperty: [true, false],
};
const ofFunction: Pairs = {
  className: ["a.A", "a.B"],
  config: [{ a: 1 }, { a: 2 }],
  "output.topic": ["a", "b"],
  "output.customSchemaSinks": [undefined, { out: '{"schemaProperties":{"a":"b"}}' }],
  source: [{ connector: "builtin://a" }, { connector: "builtin://b" }],
  sink: [{ connector: "builtin://a" }, { connector: "builtin://b" }],
  "windowConfig.windowLengthCount": [1, 2],
  "windowConfig.windowLengthDurationMs": [1, 2],
  "windowConfig.slidingIntervalCount": [1, 2],
  "windowConfig.slidingIntervalDurationMs": [1, 2],
  "windowConfig.lateDataTopic": ["a", "b"],
  "windowConfig.maxLagMs": [1, 2],
  "windowConfig.watermarkEmitIntervalMs": [1, 2],
  "windowConfig.timestampExtractorClassName": ["A", "B"],
  "windowConfig.processingGuarantees": ["ATLEAST_ONCE", "ATMOST_ONCE"],
  "statefulConfig.pulsar.serviceUrl": ["bk://a", "bk://b"],
  "statefulConfig.pulsar.javaProvider.className": ["A", "B"],
  "statefulConfig.pulsar.javaProvider.config": [{ a: 1 }, { a: 2 }],
  logTopicAgent: ["runtime", "sidecar"],
  filebeatImage: ["a", "b"],
  downloaderImage: ["a", "b"],
  packageCluster: ["east", "west"],
  "java.log.javaLog4JConfigFileType": ["xml", "yaml"],
  skipToLatest: [false, true],
  maxPendingAsyncRequests: [1, 2],
  logTopic: ["a", "b"],
  showPreciseParallelism: [undefined, true],
  "java.jar": ["/a.jar", "/b.jar"],
  "java.jarLocation": ["function://a/b/c@1", "function://a/b/c@2"],
  "java.javaOpts": [[], ["-Da=b"]],
  "java.extraDependenciesDir": ["/a", "/b"],
  "java.instancePath": ["/a", "/b"],
  "java.entryClass": ["A", "B"],
  ...below("java", logs),
};
const ofPython: Pairs = {
  "python.py": ["/a.py", "/b.py"],
  "python.code": [{ text: "a" }, { text: "b" }],
  "python.pyLocation": ["function://a/b/c@1", "function://a/b/c@2"],
  ...below("python", logs),
};
const ofGo: Pairs = {
  "golang.go": ["/a", "/b"],
  "golang.goLocation": ["function://a/b/c@1", "function://a/b/c@2"],
  "golang.log.level": ["info", "debug"],
};
const ofGeneric: Pairs = {
  "genericRuntime.functionFile": ["/a", "/b"],
  "genericRuntime.functionFileLocation": ["function://a/b/c@1", "function://a/b/c@2"],
  "genericRuntime.language": ["nodejs", "wasm"],
};
const ofConnector: Pairs = {
  connector: ["/a.nar", "/b.nar"],
  className: ["A", "B"],
  config: [{ a: 1 }, { a: 2 }],
};

interface Subject {
  readonly name: string;
  readonly kind: "function" | "source" | "sink";
  readonly base: object;
  readonly pairs: Pairs;
}

const java = { ...javaFunction(), replicas: 1 };
const subjects: readonly Subject[] = [
  {
    name: "a function in Java",
    kind: "function",
    base: java,
    pairs: { ...ofMember, ...ofReader, ...ofWriter, ...ofFunction },
  },
  { name: "a function in Python", kind: "function", base: pythonFunction(), pairs: ofPython },
  { name: "a function in Go", kind: "function", base: functionOf({ golang: { go: "/a" }, image: "a" }), pairs: ofGo },
  {
    name: "a generic function",
    kind: "function",
    base: functionOf({ genericRuntime: { functionFile: "/a", language: "nodejs" }, image: "a" }),
    pairs: ofGeneric,
  },
  {
    name: "a source",
    kind: "source",
    base: source(),
    pairs: {
      // A source has no backlog.
      ...Object.fromEntries(Object.entries(ofMember).filter(([field]) => !field.startsWith("autoscaling.backlog"))),
      ...ofWriter,
      ...ofConnector,
      "output.topic": ["a", "b"],
      processingGuarantee: ["atleast_once", "atmost_once"],
      connectorPath: ["/a.nar", "/b.nar"],
      "batchSourceConfig.discoveryTriggererClassName": ["A", "B"],
      "batchSourceConfig.discoveryTriggererConfig": [{ a: 1 }, { a: 2 }],
      "java.javaOpts": [[], ["-Da=b"]],
    },
  },
  {
    name: "a sink",
    kind: "sink",
    base: sink(),
    pairs: {
      ...ofMember,
      ...ofReader,
      ...ofConnector,
      "runner.connectors": [{ x: { path: "/a", className: "A" } }, { x: { path: "/b", className: "A" } }],
      "java.javaOpts": [[], ["-Da=b"]],
    },
  },
];

const without = (field: string): readonly string[] => {
  if (field.startsWith("autoscaling.")) return ["replicas"];
  return field === "python.code" ? ["python"] : [];
};

const bk = { serviceUrl: "bk://a", javaProvider: { className: "A" } };
const jar = { jar: "/a.jar" };
const logConfig = { name: "c", key: "k" };
/** What else has to be stated, for fields that begin so: the first that fits. */
const besides: readonly (readonly [string, object])[] = [
  ["autoscaling.backlog", { autoscaling: { maxReplicas: 5, backlog: {} } }],
  ["autoscaling.", { autoscaling: { maxReplicas: 5, cpu: 70, memory: 70 } }],
  ["persistentVolumeClaimRetentionPolicy", { volumeClaimTemplates: [claim("a")] }],
  ["negativeAckRedeliveryDelayMs", { timeout: 7 }],
  ["deadLetterTopic", { maxMessageRetry: 3 }],
  ["showPreciseParallelism", { replicas: 2 }],
  ["windowConfig.", { windowConfig: { timestampExtractorClassName: "T" } }],
  ["statefulConfig.", { statefulConfig: { pulsar: bk } }],
  ["logTopicAgent", { logTopic: "l" }],
  ["filebeatImage", { logTopic: "l", logTopicAgent: "sidecar" }],
  ["downloaderImage", { java: { ...jar, jarLocation: "https://a/b.jar" } }],
  ["packageCluster", { java: { ...jar, jarLocation: "function://a/b/c@1" } }],
  ["java.log.javaLog4J", { java: { ...jar, log: { logConfig } } }],
  ["connectorPath", { connector: "source://a/b/c@1" }],
  ["batchSourceConfig.", { batchSourceConfig: { discoveryTriggererClassName: "T" } }],
  ["runner.connectors", { connector: "builtin://x", runner: { connectors: {} } }],
  ["instanceAuth.oauth2", { instanceAuth: { oauth2: { issuerUrl: "i", credentials: "c" } } }],
  ["instanceAuth.tls", { instanceAuth: { tls: { cert: "c", key: "k" } } }],
  ["instanceAuth.basic", { instanceAuth: { basic: { username: "u", password: "p" } } }],
  ["instanceAuth.p", { instanceAuth: { plugin: "P", params: "p" } }],
];
const beside = (field: string): object => besides.find(([start]) => field.startsWith(start))?.[1] ?? {};

/** The predicted effect of each field is what its rendering shows. */
describe("effects are true", () => {
  for (const { name, kind, base, pairs } of subjects) {
    describe(name, () => {
      for (const [field, [from, to]] of Object.entries(pairs)) {
        it(field, () => {
          const started = stripped({ ...base, ...beside(field) }, without(field));
          const mesh = (value: unknown): MeshSpec => meshOf(kind, stated(started, field.split("."), value));
          const predicted = isEntry(field) ? "roll" : changedEffect(kind, field);
          assert.equal(observedEffect(mesh(from), mesh(to)), predicted);
        });
      }
    });
  }

  it("has a sample of each field", () => {
    const sampled = subjects.flatMap(({ pairs }) => Object.keys(pairs));
    const isSampled = (leaf: string): boolean =>
      sampled.some((field) => leaf === field || leaf.startsWith(`${field}.`));
    const all = [functionEffects, sourceEffects, sinkEffects].flatMap((tree) => leaves(tree));
    assert.deepEqual([...new Set(all)].filter((leaf) => !isSampled(leaf)).sort(), refused);
  });
});

/** What does nothing is refused (FM075), so that there is no effect to be seen. */
const refused: readonly string[] = [
  "golang.log.format",
  "golang.log.javaLog4JConfigFileType",
  "golang.log.logConfig",
  "golang.log.rotatePolicy",
  "python.log.javaLog4JConfigFileType",
];

/** Their entry stays: the effect is that of what is in it. */
const isEntry = (field: string): boolean =>
  ["input.customSerdeSources", "input.customSchemaSources", "input.sourceSpecs"].includes(field);

const changedEffect = (kind: Subject["kind"], field: string) =>
  field === "source" || field === "sink" ? "roll" : effectOf(kind, field);

function meshOf(kind: Subject["kind"], spec: object): MeshSpec {
  const member = { m: spec } as Readonly<Record<string, FunctionSpec>>;
  const clusters = sampleMesh({
    pulsar: {
      east: { adminUrl: "http://127.0.0.1:8080", serviceUrl: "pulsar+ssl://127.0.0.1:6650" },
      west: { adminUrl: "http://127.0.0.1:8081", serviceUrl: "pulsar+ssl://127.0.0.1:6651" },
    },
    kubernetes: { east: { namespace: "streaming" }, west: { namespace: "streaming" } },
    defaults: Object.hasOwn(spec, "placement") ? {} : { cluster: "east" },
  });
  return { ...clusters, [`${kind}s`]: member };
}

function stated(spec: object, [step = "", ...rest]: readonly string[], value: unknown): object {
  const inner: unknown = Reflect.get(spec, step);
  const next = rest.length === 0 ? value : stated(Object(inner ?? {}), rest, value);
  return next === undefined ? stripped(spec, [step]) : { ...spec, [step]: next };
}

const stripped = (spec: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(spec).filter(([key]) => !fields.includes(key)));

/** Paths of a table's fields, without what is only about entries. */
function leaves(tree: EffectTree, path = ""): readonly string[] {
  return Object.entries(tree).flatMap(([key, node]) => {
    if (key.startsWith("(") || key === "*") return [];
    const full = path === "" ? key : `${path}.${key}`;
    if (typeof node === "string") return [full];
    const inner = leaves(node, full);
    return inner.length === 0 ? [full] : inner;
  });
}
