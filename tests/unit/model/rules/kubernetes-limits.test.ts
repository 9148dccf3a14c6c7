import { around, member, secret, testRule } from "./broken-meshes";

const sidecar = { name: "proxy", image: "proxy:1" };
const claim = {
  metadata: { name: "data" },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Gi" } } },
};
const keys = {
  cryptoKeyReaderClassName: "com.acme.Keys",
  encryptionKeys: ["k"],
  cryptoSecrets: [{ secretName: "s", secretKey: "k", asVolume: "/keys" }],
};
const mountOf = (mountPath: string) => ({ name: "v", mountPath });
const scaling = { maxReplicas: 3 };

testRule("FM070", [
  {
    name: "a label of ours",
    spec: member({ pod: { labels: { "app.kubernetes.io/name": "x" } } }),
    want: ['FM070 functions.f.pod.labels["app.kubernetes.io/name"]'],
  },
  {
    name: "a label's value",
    spec: member({ pod: { labels: { topic: "persistent://a/b/c" } } }),
    want: ["FM070 functions.f.pod.labels.topic"],
  },
  {
    name: "a label's key",
    spec: member({ pod: { nodeSelector: { "a/b/c": "x" } } }),
    want: ['FM070 functions.f.pod.nodeSelector["a/b/c"]'],
  },
  {
    name: "a variable twice",
    spec: member({ pod: { env: [{ name: "A" }, { name: "A" }] } }),
    want: ["FM070 functions.f.pod.env[1].name"],
  },
  {
    name: "a variable of ours",
    spec: member({ pod: { env: [{ name: "FUNCTION_DETAILS" }] } }),
    want: ["FM070 functions.f.pod.env[0].name"],
  },
  {
    name: "a variable of ours, which counts whatever a manifest says",
    spec: member({
      pod: {
        env: [
          { name: "SHARD_ID", value: "7" },
          { name: "CLIENT_AUTH_PARAMS", value: "x" },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.env[0].name", "FM070 functions.f.pod.env[1].name"],
    wantInManifests: ["FM070? functions.f.pod.env[0].name", "FM070? functions.f.pod.env[1].name"],
  },
  {
    name: "a secret of that name",
    spec: member({ secrets: { SHARD_ID: secret } }),
    want: ["FM070 functions.f.secrets.SHARD_ID"],
  },
  {
    name: "variables of the defaults",
    spec: around({}, { defaults: { env: { SHARD_ID: "7", "A=B": "x", FINE: "x" } } }),
    want: ["FM070 defaults.env.SHARD_ID", 'FM070 defaults.env["A=B"]'],
    wantInManifests: ["FM070? defaults.env.SHARD_ID", 'FM070 defaults.env["A=B"]'],
  },
  {
    name: "a variable of that name where it is a sidecar's own",
    spec: member({ pod: { sidecars: [{ ...sidecar, env: [{ name: "SHARD_ID", value: "7" }] }] } }),
    want: [],
  },
  {
    name: "a variable that instances do without",
    spec: member({ pod: { env: [{ name: "LOGGING_LEVEL", value: "debug" }] } }),
    want: [],
  },
  {
    name: "a secret's variable again",
    spec: member({ secrets: { pw: secret }, pod: { env: [{ name: "pw" }] } }),
    want: ["FM070 functions.f.pod.env[0].name"],
  },
  { name: "a secret's name", spec: member({ secrets: { "p w": secret } }), want: ['FM070 functions.f.secrets["p w"]'] },
  {
    name: "a volume twice",
    spec: member({ pod: { volumes: [{ name: "v" }, { name: "v" }] } }),
    want: ["FM070 functions.f.pod.volumes[1].name"],
  },
  {
    name: "a mount without volume",
    spec: member({ volumeMounts: [{ name: "v", mountPath: "/v" }] }),
    want: ["FM070 functions.f.volumeMounts[0].name"],
  },
  {
    name: "a mount of the operator's own volume",
    spec: member({
      logTopic: "logs",
      logTopicAgent: "sidecar",
      pod: { sidecars: [{ ...sidecar, volumeMounts: [{ name: "filebeat-logs", mountPath: "/logs" }] }] },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].volumeMounts[0].name"],
    wantInManifests: [],
  },
  {
    name: "mounts over ours",
    spec: around({
      pod: { volumes: [{ name: "v" }] },
      java: { jar: "/pulsar/f.jar", log: { level: "debug" } },
      output: { topic: "out", producerConf: { cryptoConfig: keys } },
      volumeMounts: ["/etc/function-mesh/log", "/keys/", "/etc/function-mesh/code", "/etc"].map(mountOf),
    }),
    want: ["FM070 functions.f.volumeMounts[0].mountPath", "FM070 functions.f.volumeMounts[1].mountPath"],
    wantInManifests: ["FM070 functions.f.volumeMounts[0].mountPath", "FM070 functions.f.volumeMounts[1].mountPath"],
  },
  {
    name: "a mount in place of the package",
    spec: around({
      pod: { volumes: [{ name: "v" }] },
      java: { jar: "/pulsar/f.jar", jarLocation: "https://a/f.jar" },
      volumeMounts: ["/pulsar/f.jar", "/pulsar/download"].map(mountOf),
    }),
    want: ["FM070 functions.f.volumeMounts[0].mountPath"],
    wantInManifests: ["FM070? functions.f.volumeMounts[0].mountPath"],
  },
  {
    name: "a volume of one's own to write to",
    spec: member({ pod: { volumes: [{ name: "v" }] }, volumeMounts: [{ name: "v", mountPath: "/tmp" }] }),
    want: [],
  },
  {
    name: "a namespace's name",
    spec: around({}, { kubernetes: { east: { namespace: "A" } } }),
    want: ["FM070 kubernetes.east.namespace"],
  },
  {
    name: "a large config",
    spec: around({ config: { text: "x".repeat(200_000) } }),
    want: ["FM070 functions.f.config"],
  },
  {
    name: "a quantity",
    spec: member({ resources: { limits: { memory: "1GB" } } }),
    want: ["FM070 functions.f.resources.limits.memory"],
  },
  {
    name: "a request over its limit",
    spec: member({ resources: { requests: { cpu: "2" }, limits: { cpu: "1500m" } } }),
    want: ["FM070 functions.f.resources.requests.cpu"],
  },
  {
    name: "a way to pull an image",
    spec: member({
      pod: {
        initContainers: [{ ...sidecar, name: "a", imagePullPolicy: "Always" }],
        sidecars: [{ ...sidecar, imagePullPolicy: "Sometimes" }],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].imagePullPolicy"],
  },
  {
    name: "a label of the defaults",
    spec: around({}, { defaults: { pod: { labels: { topic: "a/b" } } } }),
    want: ["FM070 defaults.pod.labels.topic"],
  },
  {
    name: "an annotation's key",
    spec: member({ pod: { annotations: { "a b": "x", "Acme.org/x": "y" } } }),
    want: ['FM070 functions.f.pod.annotations["a b"]'],
  },
  {
    name: "annotations too long",
    spec: member({ pod: { annotations: { a: "x".repeat(300_000) } } }),
    want: ["FM070 functions.f.pod.annotations"],
  },
  {
    name: "a value in two ways",
    spec: member({ pod: { env: [{ name: "A", value: "x", valueFrom: { fieldRef: { fieldPath: "x" } } }] } }),
    want: ["FM070 functions.f.pod.env[0].valueFrom"],
  },
  {
    name: "a reference to no Secret",
    spec: member({ secretsMap: { pw: { path: "", key: "k" } } }),
    want: ["FM070 functions.f.secretsMap.pw.path"],
  },
  {
    name: "a reference to what is no key",
    spec: member({ secretsMap: { pw: { path: "s", key: "a/b" }, dots: { path: "s", key: ".." } } }),
    want: ["FM070 functions.f.secretsMap.pw.key", "FM070 functions.f.secretsMap.dots.key"],
  },
  {
    name: "a volume's name and sources",
    spec: member({ pod: { volumes: [{ name: "V", emptyDir: {}, hostPath: { path: "/x" } }] } }),
    want: ["FM070 functions.f.pod.volumes[0].name", "FM070 functions.f.pod.volumes[0]"],
  },
  {
    name: "a way out of a volume",
    spec: member({
      pod: { volumes: [{ name: "v" }] },
      volumeMounts: [{ name: "v", mountPath: "/v", subPath: "../x" }],
    }),
    want: ["FM070 functions.f.volumeMounts[0].subPath"],
  },
  {
    name: "a mount of a claim",
    spec: member({ volumeClaimTemplates: [claim], volumeMounts: [{ name: "data", mountPath: "/data" }] }),
    want: [],
  },
  {
    name: "claims of one name, that of a volume",
    spec: member({ volumeClaimTemplates: [claim, claim], pod: { volumes: [{ name: "data" }] } }),
    want: [
      "FM070 functions.f.volumeClaimTemplates[1].metadata.name",
      "FM070 functions.f.volumeClaimTemplates[0].metadata.name",
      "FM070 functions.f.volumeClaimTemplates[1].metadata.name",
    ],
  },
  {
    name: "a claim of nothing",
    spec: member({ volumeClaimTemplates: [{ spec: {} }] }),
    want: [
      "FM070 functions.f.volumeClaimTemplates[0].metadata.name",
      "FM070 functions.f.volumeClaimTemplates[0].spec.accessModes",
      "FM070 functions.f.volumeClaimTemplates[0].spec.resources.requests.storage",
    ],
  },
  { name: "a sidecar", spec: member({ pod: { sidecars: [sidecar] } }), want: [] },
  {
    name: "a sidecar of one name with an init container",
    spec: member({ pod: { sidecars: [sidecar], initContainers: [sidecar] } }),
    want: ["FM070 functions.f.pod.sidecars[0].name"],
  },
  {
    name: "containers of ours",
    spec: member({
      logTopic: "log",
      logTopicAgent: "sidecar",
      pod: {
        sidecars: [
          { ...sidecar, name: "pulsar-function" },
          { ...sidecar, name: "filebeat" },
        ],
      },
    }),
    want: ["FM070 functions.f.pod.sidecars[0].name", "FM070 functions.f.pod.sidecars[1].name"],
  },
  {
    name: "what a sidecar is given",
    spec: member({
      pod: {
        sidecars: [
          {
            name: "S",
            env: [{ name: "" }],
            volumeMounts: [{ name: "nope", mountPath: "/x" }],
            resources: { requests: { cpu: "1GB" } },
            ports: [{ name: "much-too-long-name", containerPort: 0 }],
            readinessProbe: { successThreshold: 2 },
            livenessProbe: { exec: {}, successThreshold: 2 },
          },
        ],
      },
    }),
    want: [
      "name",
      "image",
      "env[0].name",
      "volumeMounts[0].name",
      "resources.requests.cpu",
      "ports[0].name",
      "ports[0].containerPort",
      "livenessProbe.successThreshold",
      "readinessProbe",
    ].map((field) => `FM070 functions.f.pod.sidecars[0].${field}`),
  },
  {
    name: "a probe that looks in two ways",
    spec: member({ pod: { startupProbe: { exec: {}, tcpSocket: { port: 1 }, periodSeconds: -1 } } }),
    want: ["FM070 functions.f.pod.startupProbe", "FM070 functions.f.pod.startupProbe.periodSeconds"],
  },
  {
    name: "two good answers",
    spec: member({ pod: { liveness: { periodSeconds: 5, successThreshold: 2 } } }),
    want: ["FM070 functions.f.pod.liveness.successThreshold"],
  },
  { name: "no look at all", spec: member({ pod: { liveness: { successThreshold: 2 } } }), want: [] },
  {
    name: "a budget",
    spec: member({ pod: { minAvailable: "half" } }),
    want: ["FM070 functions.f.pod.minAvailable"],
  },
  { name: "a budget in percent", spec: member({ pod: { minAvailable: "50%" } }), want: [] },
  { name: "a budget in instances", spec: member({ pod: { minAvailable: 2 } }), want: [] },
  ...[-1, 1.5, "101%"].map((minAvailable) => ({
    name: `a budget of ${minAvailable}`,
    spec: member({ pod: { minAvailable } }),
    want: ["FM070 functions.f.pod.minAvailable"],
  })),
  {
    name: "a taint without key",
    spec: member({ pod: { tolerations: [{ operator: "Equal" }, { operator: "Exists" }] } }),
    want: ["FM070 functions.f.pod.tolerations[0].key"],
  },
  {
    name: "names of what exists",
    spec: member({ pod: { serviceAccountName: "A_b", imagePullSecrets: [{ name: "a.b" }, {}] } }),
    want: ["FM070 functions.f.pod.serviceAccountName", "FM070 functions.f.pod.imagePullSecrets[1].name"],
  },
  { name: "an image with a blank", spec: member({ image: "a b" }), want: ["FM070 functions.f.image"] },
  {
    name: "scaling rules",
    spec: member({
      autoscaling: {
        ...scaling,
        behavior: {
          scaleDown: {
            stabilizationWindowSeconds: 4000,
            policies: [{ type: "Some", periodSeconds: 0, value: 0 }],
          },
        },
      },
    }),
    want: ["stabilizationWindowSeconds", "policies[0].periodSeconds", "policies[0].value", "policies[0].type"].map(
      (field) => `FM070 functions.f.autoscaling.behavior.scaleDown.${field}`,
    ),
  },
  {
    name: "metrics",
    spec: member({ autoscaling: { ...scaling, metrics: [{ type: "Backlog" }, { type: "Pods" }] } }),
    want: ["FM070 functions.f.autoscaling.metrics[0].type", "FM070 functions.f.autoscaling.metrics[1].pods"],
  },
  {
    name: "bounds of a VerticalPodAutoscaler",
    spec: member({
      pod: {
        vpa: { resourcePolicy: { containerPolicies: [{ containerName: "*", maxAllowed: { cpu: "many" } }] } },
      },
    }),
    want: ["FM070 functions.f.pod.vpa.resourcePolicy.containerPolicies[0].maxAllowed.cpu"],
  },
  {
    name: "no memory",
    spec: member({ resources: { requests: { memory: "0" } } }),
    want: ["FM070 functions.f.resources.requests.memory"],
    wantInManifests: ["FM070 functions.f.resources.requests.memory"],
  },
  {
    name: "no request for memory",
    spec: member({ resources: { limits: { memory: "1Gi" } } }),
    want: [],
    wantInManifests: ["FM070 functions.f.resources.requests.memory"],
  },
  {
    name: "what no container asks for",
    spec: member({ resources: { requests: { memory: "1Gi", storage: "5Gi" } } }),
    want: ["FM070 functions.f.resources.requests.storage"],
    wantInManifests: ["FM070? functions.f.resources.requests.storage"],
  },
  {
    name: "what the operator takes",
    spec: member({
      pod: {
        labels: { "app.kubernetes.io/name": "x" },
        env: [{ name: "A" }, { name: "A" }],
      },
    }),
    want: ['FM070 functions.f.pod.labels["app.kubernetes.io/name"]', "FM070 functions.f.pod.env[1].name"],
    wantInManifests: ['FM070? functions.f.pod.labels["app.kubernetes.io/name"]', "FM070? functions.f.pod.env[1].name"],
  },
]);
