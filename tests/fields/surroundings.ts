import { claim, clientCredentials } from "./member-pairs";

const state = { serviceUrl: "bk://a", javaProvider: { className: "A" } };
const jar = { jar: "/a.jar" };
const logConfig = { name: "c", key: "k" };
const requests = { cpu: "100m", memory: "100Mi" };
const times = { timestampExtractorClassName: "T", maxLagMs: 1, watermarkEmitIntervalMs: 1 };

/** What else has to be stated for a field to have an effect, for fields that begin so: the first that fits. */
const rows = (own: string): readonly (readonly [string, object])[] => [
  ["autoscaling.backlog", { autoscaling: { maxReplicas: 5, backlog: {} } }],
  ["autoscaling.", { autoscaling: { maxReplicas: 5, cpu: 70, memory: 70 }, resources: { requests } }],
  ["pod.minAvailable", { replicas: 3 }],
  ["volumeMounts", { pod: { volumes: [{ name: "v", emptyDir: {} }] } }],
  ["persistentVolumeClaimRetentionPolicy", { volumeClaimTemplates: [claim("a")] }],
  ["negativeAckRedeliveryDelayMs", { timeout: 7000 }],
  ["deadLetterTopic", { maxMessageRetry: 3 }],
  ["autoAck", { processingGuarantee: "manual" }],
  ["showPreciseParallelism", { replicas: 2 }],
  ["windowConfig.windowLength", { windowConfig: times }],
  ["windowConfig.slidingIntervalDurationMs", { windowConfig: { windowLengthDurationMs: 4 } }],
  ["windowConfig.slidingIntervalCount", { windowConfig: { windowLengthCount: 4 } }],
  ["windowConfig.", { windowConfig: { windowLengthCount: 4, ...times } }],
  ["statefulConfig.", { statefulConfig: { pulsar: state } }],
  ["logTopicAgent", { logTopic: `${own}-l` }],
  ["filebeatImage", { logTopic: `${own}-l`, logTopicAgent: "sidecar" }],
  ["downloaderImage", { java: { ...jar, jarLocation: "https://a/b.jar" } }],
  ["packageCluster", { java: { ...jar, jarLocation: "function://public/default/c@1" } }],
  ["java.log.javaLog4J", { java: { ...jar, log: { logConfig } } }],
  ["connectorPath", { connector: "source://public/default/c@1" }],
  ["batchSourceConfig.", { batchSourceConfig: { discoveryTriggererClassName: "T" } }],
  ["runner.connectorsDirectory", {}],
  ["runner.connectors", { connector: "builtin://x", runner: { connectors: {} } }],
  // Instances that only seem to run attach to nothing, which is not waited for where there are none.
  ["rollout.attachment", { paused: true }],
  ["rollout.", { rollout: { attachment: false } }],
  [
    "instanceAuth.oauth2",
    { instanceAuth: { oauth2: { issuerUrl: "https://127.0.0.1/", credentials: clientCredentials("c") } } },
  ],
  ["instanceAuth.tls", { instanceAuth: { tls: { cert: "c", key: "k" } } }],
  ["instanceAuth.basic", { instanceAuth: { basic: { username: "u", password: "p" } } }],
  ["instanceAuth.p", { instanceAuth: { plugin: "P", params: "p" } }],
];

export const surroundingsOf = (field: string, own: string): object =>
  rows(own).find(([start]) => field.startsWith(start))?.[1] ?? {};

/** What must not be stated with it. */
export function excludedBy(field: string): readonly string[] {
  if (field.startsWith("autoscaling.")) return ["replicas"];
  return exclusions[field] ?? [];
}

const exclusions: Readonly<Record<string, readonly string[]>> = {
  "python.code": ["python"],
  source: ["input"],
  sink: ["output"],
};
