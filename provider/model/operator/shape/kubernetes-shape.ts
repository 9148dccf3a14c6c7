import type {
  Affinity,
  Container,
  EnvVar,
  HorizontalPodAutoscalerBehavior,
  LocalObjectReference,
  MetricSpec,
  PersistentVolumeClaimTemplate,
  PodSecurityContext,
  Probe,
  ResourceRequirements,
  Toleration,
  Volume,
  VolumeMount,
} from "../../kubernetes-types";
import { flag, free, integer, kubernetes, list, long, map, object, piece, quantity, text } from "./shape";

// As far as this package looks into them itself; the API server knows the rest.
const objects = list(free);
const environmentForm = list(piece({ name: text, value: text, valueFrom: free }, "name"));
const mountsForm = list(piece({ name: text, mountPath: text, subPath: text, readOnly: flag }, "name", "mountPath"));
const resourcesForm = object({ requests: map(quantity), limits: map(quantity), claims: objects });
const probeForm = piece({
  exec: free,
  grpc: free,
  httpGet: free,
  tcpSocket: free,
  initialDelaySeconds: integer,
  timeoutSeconds: integer,
  periodSeconds: integer,
  successThreshold: integer,
  failureThreshold: integer,
  terminationGracePeriodSeconds: long,
});
const containersForm = list(
  piece(
    {
      name: text,
      image: text,
      command: list(text),
      args: list(text),
      env: environmentForm,
      envFrom: objects,
      ports: list(piece({ containerPort: integer, hostPort: integer, name: text, protocol: text }, "containerPort")),
      volumeMounts: mountsForm,
      resources: resourcesForm,
      livenessProbe: probeForm,
      readinessProbe: probeForm,
      startupProbe: probeForm,
      lifecycle: free,
      securityContext: free,
    },
    "name",
  ),
);
const antiAffinityForm = piece({
  preferredDuringSchedulingIgnoredDuringExecution: objects,
  requiredDuringSchedulingIgnoredDuringExecution: objects,
});
const affinityForm = piece({ nodeAffinity: free, podAffinity: antiAffinityForm, podAntiAffinity: antiAffinityForm });
const targetForm = piece({ type: text, averageUtilization: integer }, "type");
const metricSource = piece({ name: text, target: targetForm }, "target");
const metricsForm = list(
  piece(
    {
      type: text,
      resource: metricSource,
      containerResource: metricSource,
      pods: metricSource,
      object: metricSource,
      external: metricSource,
    },
    "type",
  ),
);
const scalingRulesForm = piece({
  policies: list(piece({ type: text, value: integer, periodSeconds: integer }, "type", "value", "periodSeconds")),
  selectPolicy: text,
  stabilizationWindowSeconds: integer,
});
const claimsForm = list(
  piece(
    {
      metadata: piece({ name: text, labels: map(text), annotations: map(text) }),
      spec: piece({ accessModes: list(text), resources: piece({ requests: map(quantity), limits: map(quantity) }) }),
    },
    "spec",
  ),
);

export const affinity = kubernetes<Affinity>(affinityForm);
export const securityContext = kubernetes<PodSecurityContext>(free);
export const probe = kubernetes<Probe>(probeForm);
export const scalingBehavior = kubernetes<HorizontalPodAutoscalerBehavior>(
  piece({ scaleUp: scalingRulesForm, scaleDown: scalingRulesForm }),
);
export const scalingMetrics = kubernetes<readonly MetricSpec[]>(metricsForm);
export const containers = kubernetes<readonly Container[]>(containersForm);
export const volumes = kubernetes<readonly Volume[]>(list(piece({ name: text }, "name")));
export const volumeClaimTemplates = kubernetes<readonly PersistentVolumeClaimTemplate[]>(claimsForm);
export const pullSecrets = kubernetes<readonly LocalObjectReference[]>(list(piece({ name: text })));
export const environment = kubernetes<readonly EnvVar[]>(environmentForm);
export const tolerations = kubernetes<readonly Toleration[]>(
  list(piece({ key: text, operator: text, value: text, effect: text, tolerationSeconds: long })),
);
export const volumeMounts = kubernetes<readonly VolumeMount[]>(mountsForm);
export const resources = kubernetes<ResourceRequirements>(resourcesForm);
