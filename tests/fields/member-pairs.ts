import { below, type Pairs } from "./field-pairs";

export const claim = (name: string): object => ({
  metadata: { name },
  spec: { accessModes: ["ReadWriteOnce"], storageClassName: "", resources: { requests: { storage: "1Mi" } } },
});

const external = { metric: { name: "m" }, target: { type: "Value", value: "1" } };
const issuers = ["https://127.0.0.1/a", "https://127.0.0.1/b"] as const;

const startup = (periodSeconds: number): object => ({ periodSeconds, exec: { command: ["true"] } });

/** Of pod settings that members and `defaults` have. */
export const podDefaultsPairs: Pairs = {
  labels: [{ a: "1" }, { a: "2" }],
  annotations: [{ a: "1" }, { a: "2" }],
  nodeSelector: [{}, { "kubernetes.io/os": "linux" }],
  affinity: [undefined, { nodeAffinity: {} }],
  tolerations: [[], [{ key: "a", operator: "Exists" }]],
  securityContext: [{ runAsUser: 1 }, { runAsUser: 2 }],
  imagePullSecrets: [[{ name: "a" }], [{ name: "b" }]],
  serviceAccountName: ["a", "b"],
  terminationGracePeriodSeconds: [1, 2],
  liveness: [{ periodSeconds: 1 }, { periodSeconds: 2 }],
  startupProbe: [startup(1), startup(2)],
};

const podPairs: Pairs = {
  ...podDefaultsPairs,
  disableDefaultAffinity: [false, true],
  env: [[{ name: "A", value: "1" }], [{ name: "A", value: "2" }]],
  volumes: [[], [{ name: "v", emptyDir: {} }]],
  initContainers: [[], [{ name: "i", image: "example/other:1" }]],
  sidecars: [[], [{ name: "s", image: "example/other:1" }]],
  vpa: [{ updatePolicy: { updateMode: "Off" } }, { updatePolicy: { updateMode: "Initial" } }],
  minAvailable: ["1", "2"],
};

const trigger = (triggerAuthentication: string): object => ({ triggerAuthentication, modes: "token" });

const scalingPairs: Pairs = {
  "autoscaling.minReplicas": [1, 2],
  "autoscaling.maxReplicas": [4, 5],
  "autoscaling.cpu": [50, 60],
  "autoscaling.memory": [50, 60],
  "autoscaling.metrics": [[], [{ type: "External", external }]],
  "autoscaling.backlog.messagesPerInstance": [1, 2],
  "autoscaling.backlog.activationMessages": [1, 2],
  "autoscaling.backlog.pollingIntervalSeconds": [1, 2],
  "autoscaling.backlog.cooldownSeconds": [1, 2],
  "autoscaling.backlog.authentication": [trigger("a"), trigger("b")],
  "autoscaling.behavior": [undefined, { scaleDown: { selectPolicy: "Disabled" } }],
};

/** Of a credential for Pulsar. */
export const authPairs = (issuers: readonly [string, string]): Pairs => ({
  token: ["a", "b"],
  tokenFile: ["a", "b"],
  // Of any process.
  tokenVariable: ["PATH", "HOME"],
  tokenCommand: [
    ["echo", "a"],
    ["echo", "b"],
  ],
  "oauth2.issuerUrl": issuers,
  "oauth2.audience": ["a", "b"],
  "oauth2.scope": ["a", "b"],
  "oauth2.credentials": [clientCredentials("a"), clientCredentials("b")],
  "basic.username": ["a", "b"],
  "basic.password": ["a", "b"],
  "tls.cert": ["a", "b"],
  "tls.key": ["a", "b"],
  plugin: ["a", "b"],
  params: ["a", "b"],
  headers: [{ "X-Key": "a" }, { "X-Key": "b" }],
});

export const clientCredentials = (id: string): string => JSON.stringify({ client_id: id, client_secret: "s" });

/** Of TLS settings of a connection to Pulsar. */
export const tlsPairs: Pairs = {
  allowInsecure: [false, true],
  verifyHostname: [false, true],
  trustCerts: ["a", "b"],
};

/** Of the fields that all kinds of members have. `own` begins what has to be told apart from other members'. */
export const memberPairs = (own: string): Pairs => ({
  name: [`${own}-a`, `${own}-b`],
  tenant: ["fields-a", "fields-b"],
  namespace: ["fields-a", "fields-b"],
  cluster: ["east", "west"],
  placement: [[{ cluster: "east" }], [{ cluster: "west" }]],
  pulsarCluster: ["east", "west"],
  replicas: [1, 2],
  paused: [false, true],
  restartToken: ["1", "2"],
  image: ["example/runner:1", "example/runner:2"],
  imagePullPolicy: ["Always", "Never"],
  resources: [{ requests: { cpu: "100m" } }, { requests: { cpu: "200m" } }],
  secrets: [{ a: "1" }, { a: "2" }],
  secretsMap: [{ a: { path: "s", key: "k" } }, { a: { path: "s", key: "l" } }],
  ...scalingPairs,
  ...below("pod", podPairs),
  volumeMounts: [[], [{ name: "v", mountPath: "/v" }]],
  volumeClaimTemplates: [[claim("a")], [claim("b")]],
  persistentVolumeClaimRetentionPolicy: [{ whenDeleted: "Retain" }, { whenDeleted: "Delete" }],
  "runner.connectorsDirectory": ["/a", "/b"],
  "rollout.timeoutSeconds": [200, 201],
  "rollout.attachment": [true, false],
  ...below("instanceAuth", authPairs(issuers)),
  ...below("instanceTls", tlsPairs),
});
