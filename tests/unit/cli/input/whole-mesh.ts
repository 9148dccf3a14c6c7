/** A mesh without errors that has every section, two Pulsar clusters, and members that share topics: some in both clusters, some in one. */
export const wholeMesh = {
  pulsar: {
    east: {
      adminUrl: "http://127.0.0.1:8080",
      serviceUrl: "pulsar://127.0.0.1:6650",
      auth: { token: "east-token" },
      instanceAuth: { token: "member-token" },
    },
    west: {
      adminUrl: "http://127.0.0.2:8080",
      serviceUrl: "pulsar://127.0.0.2:6650",
      clusterName: "west",
      peerUrls: { web: "http://127.0.0.2:8080", broker: "pulsar://127.0.0.2:6650" },
    },
  },
  kubernetes: {
    east: { kubeconfig: "east.kubeconfig", context: "east", namespace: "streaming" },
    west: { kubeconfig: "west.kubeconfig", namespace: "streaming", pulsar: "west" },
  },
  defaults: {
    cluster: "east",
    tenant: "retail",
    namespace: "orders",
    resources: { requests: { cpu: "100m", memory: "256Mi" } },
    env: { REGION: "east" },
    pod: { labels: { team: "orders" } },
    runner: { connectors: { file: { path: "connectors/file.nar", className: "com.acme.FileSource" } } },
  },
  tenants: { retail: { adminRoles: ["retail-admin"], allowedClusters: ["east", "west"] } },
  namespaces: {
    "retail/orders": { retention: { minutes: 1440, size: "1Gi" }, replicationClusters: ["east", "west"] },
    "retail/local": { replicationClusters: ["west"] },
  },
  topics: { enriched: { partitions: 4 }, audit: { external: true }, scored: { terminal: false } },
  sources: {
    clicks: {
      connector: "builtin://file",
      output: { topic: "clicks" },
      config: { inputDirectory: "/data" },
    },
    meter: {
      connector: "builtin://file",
      cluster: "west",
      namespace: "local",
      output: { topic: "meters" },
    },
  },
  functions: {
    enrich: {
      python: { code: { "fn::stringAsset": "class Enrich: pass" } },
      className: "enrich.Enrich",
      input: { topics: ["clicks"] },
      output: { topic: "enriched" },
      replicas: 2,
      secrets: { password: "planted" },
    },
    score: {
      java: { jar: "score.jar", jarLocation: "function://retail/orders/score@1" },
      className: "com.acme.Score",
      input: { topics: ["enriched"], sourceSpecs: { enriched: { schemaType: "JSON" } } },
      output: { topic: "scored" },
      logTopic: "audit",
      autoscaling: { minReplicas: 2, maxReplicas: 4, cpu: 70 },
      rollout: { timeoutSeconds: 100 },
    },
  },
  sinks: {
    warehouse: {
      connector: "builtin://jdbc",
      runner: { connectors: { jdbc: { path: "connectors/jdbc.nar", className: "com.acme.JdbcSink" } } },
      input: { topics: ["scored"] },
      cluster: "west",
      pod: { env: [{ name: "REGION", value: "west" }], labels: { team: "warehouse" } },
    },
    archive: {
      connector: "builtin://file",
      cluster: "west",
      namespace: "local",
      input: { topics: ["meters"] },
    },
  },
  naming: "stable",
  ordering: "parallel",
  validation: { strict: true, allowCycles: false },
} as const;
