const preferred = "preferredDuringSchedulingIgnoredDuringExecution";
const required = "requiredDuringSchedulingIgnoredDuringExecution";
const selector = {
  matchLabels: { app: "a" },
  matchExpressions: [{ key: "app", operator: "In", values: ["a"] }],
};
const place = { topologyKey: "zone", namespaces: ["a"], labelSelector: selector, namespaceSelector: selector };
const nodes = {
  matchExpressions: [{ key: "disk", operator: "In", values: ["ssd"] }],
  matchFields: [{ key: "metadata.name", operator: "In", values: ["n"] }],
};
const user = { runAsUser: 1000, runAsGroup: 1000, seccompProfile: { type: "Localhost", localhostProfile: "a.json" } };
const secretKeyRef = { name: "s", key: "k", optional: true };
const probe = {
  httpGet: { path: "/", port: 8080, scheme: "HTTP", httpHeaders: [{ name: "A", value: "b" }] },
  initialDelaySeconds: 1,
  failureThreshold: 3,
};
const metric = { name: "cpu", target: { type: "Utilization", averageUtilization: 50 } };
const rules = {
  selectPolicy: "Max",
  stabilizationWindowSeconds: 300,
  policies: [{ type: "Pods", value: 1, periodSeconds: 60 }],
};

/** A `pod` of a manifest with something in every place that this package looks into. */
export const samplePod = {
  labels: { team: "a" },
  annotations: { note: "a" },
  nodeSelector: { disk: "ssd" },
  affinity: {
    nodeAffinity: { [required]: { nodeSelectorTerms: [nodes] }, [preferred]: [{ weight: 1, preference: nodes }] },
    podAffinity: { [required]: [place], [preferred]: [{ weight: 1, podAffinityTerm: place }] },
    podAntiAffinity: { [required]: [place] },
  },
  tolerations: [{ key: "a", operator: "Equal", value: "b", effect: "NoExecute", tolerationSeconds: 5 }],
  securityContext: { ...user, fsGroup: 1000, sysctls: [{ name: "a", value: "b" }] },
  terminationGracePeriodSeconds: 30,
  volumes: [
    { name: "d", emptyDir: { sizeLimit: "1Gi" } },
    { name: "s", secret: { secretName: "s", defaultMode: 256, items: [{ key: "k", path: "p" }] } },
  ],
  imagePullSecrets: [{ name: "pull" }],
  initContainers: [{ name: "first", image: "busybox", command: ["a"], imagePullPolicy: "Always" }],
  sidecars: [
    {
      name: "beside",
      image: "nginx",
      args: ["a"],
      env: [
        { name: "A", value: "a" },
        { name: "B", valueFrom: { secretKeyRef } },
      ],
      envFrom: [{ prefix: "P", configMapRef: { name: "c", optional: true } }],
      ports: [{ containerPort: 80, name: "web", protocol: "TCP" }],
      volumeMounts: [{ name: "d", mountPath: "/d", subPath: "a", readOnly: true }],
      resources: { requests: { cpu: "100m", memory: "64Mi" }, limits: { memory: "64Mi" } },
      livenessProbe: probe,
      readinessProbe: { exec: { command: ["a"] }, successThreshold: 1 },
      startupProbe: { tcpSocket: { port: 80, host: "a" } },
      lifecycle: { preStop: { exec: { command: ["a"] } } },
      securityContext: { ...user, capabilities: { drop: ["ALL"] } },
    },
  ],
  serviceAccountName: "runner",
  env: [
    { name: "C", valueFrom: { configMapKeyRef: { name: "c", key: "k", optional: true } } },
    { name: "D", valueFrom: { fieldRef: { fieldPath: "metadata.name", apiVersion: "v1" } } },
    { name: "E", valueFrom: { resourceFieldRef: { resource: "limits.cpu", containerName: "a", divisor: "1" } } },
  ],
  liveness: { initialDelaySeconds: 5, periodSeconds: 10, successThreshold: 1, failureThreshold: 3 },
  startupProbe: probe,
  builtinAutoscaler: ["AverageUtilizationCPUPercent80"],
  autoScalingMetrics: [
    { type: "Resource", resource: metric },
    { type: "External", external: { metric: { name: "lag", selector }, target: { type: "Value", value: "5" } } },
  ],
  autoScalingBehavior: { scaleUp: rules, scaleDown: rules },
  vpa: {
    updatePolicy: { updateMode: "Auto", minReplicas: 1 },
    resourcePolicy: {
      containerPolicies: [
        {
          containerName: "*",
          mode: "Auto",
          minAllowed: { cpu: "1" },
          maxAllowed: { cpu: "2" },
          controlledResources: ["cpu"],
        },
      ],
    },
  },
};
