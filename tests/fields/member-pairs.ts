import type { Pairs } from "./field-pairs";

export const claim = (name: string): object => ({
  metadata: { name },
  spec: { accessModes: ["ReadWriteOnce"], storageClassName: "", resources: { requests: { storage: "1Mi" } } },
});

const external = { metric: { name: "m" }, target: { type: "Value", value: "1" } };
const issuer = "https://127.0.0.1/";

const startup = (periodSeconds: number): object => ({ periodSeconds, exec: { command: ["true"] } });

const podPairs: Pairs = {
  "pod.labels": [{ a: "1" }, { a: "2" }],
  "pod.annotations": [{ a: "1" }, { a: "2" }],
  "pod.nodeSelector": [{}, { "kubernetes.io/os": "linux" }],
  "pod.affinity": [undefined, { nodeAffinity: {} }],
  "pod.disableDefaultAffinity": [false, true],
  "pod.tolerations": [[], [{ key: "a", operator: "Exists" }]],
  "pod.securityContext": [{ runAsUser: 1 }, { runAsUser: 2 }],
  "pod.env": [[{ name: "A", value: "1" }], [{ name: "A", value: "2" }]],
  "pod.volumes": [[], [{ name: "v", emptyDir: {} }]],
  "pod.initContainers": [[], [{ name: "i", image: "example/other:1" }]],
  "pod.sidecars": [[], [{ name: "s", image: "example/other:1" }]],
  "pod.serviceAccountName": ["a", "b"],
  "pod.imagePullSecrets": [[{ name: "a" }], [{ name: "b" }]],
  "pod.terminationGracePeriodSeconds": [1, 2],
  "pod.liveness": [{ periodSeconds: 1 }, { periodSeconds: 2 }],
  "pod.startupProbe": [startup(1), startup(2)],
  "pod.vpa": [{ updatePolicy: { updateMode: "Off" } }, { updatePolicy: { updateMode: "Initial" } }],
  "pod.minAvailable": ["1", "2"],
};

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
  "autoscaling.backlog.authentication": [{ triggerAuthentication: "a" }, { triggerAuthentication: "b" }],
  "autoscaling.behavior": [undefined, { scaleDown: { selectPolicy: "Disabled" } }],
};

const instancePairs: Pairs = {
  "instanceAuth.token": ["a", "b"],
  "instanceAuth.tokenFile": ["a", "b"],
  "instanceAuth.tokenCommand": [["a"], ["b"]],
  "instanceAuth.oauth2.issuerUrl": [issuer, `${issuer}other`],
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
  ...podPairs,
  volumeMounts: [[], [{ name: "v", mountPath: "/v" }]],
  volumeClaimTemplates: [[claim("a")], [claim("b")]],
  persistentVolumeClaimRetentionPolicy: [{ whenDeleted: "Retain" }, { whenDeleted: "Delete" }],
  runtimeFlags: ["a", "b"],
  "runner.connectorsDirectory": ["/a", "/b"],
  "rollout.timeoutSeconds": [200, 201],
  "rollout.attachment": [true, false],
  ...instancePairs,
});
