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
import { flag, free, kubernetes, list, long, map, object, quantity, text } from "./shape";

const objects = list(free);

export const affinity = kubernetes<Affinity>(free);
export const securityContext = kubernetes<PodSecurityContext>(free);
export const probe = kubernetes<Probe>(free);
export const scalingBehavior = kubernetes<HorizontalPodAutoscalerBehavior>(free);
export const scalingMetrics = kubernetes<readonly MetricSpec[]>(objects);
export const containers = kubernetes<readonly Container[]>(objects);
export const volumes = kubernetes<readonly Volume[]>(objects);
export const volumeClaimTemplates = kubernetes<readonly PersistentVolumeClaimTemplate[]>(objects);
export const pullSecrets = kubernetes<readonly LocalObjectReference[]>(list(object({ name: text })));
export const environment = kubernetes<readonly EnvVar[]>(list(object({ name: text, value: text, valueFrom: free })));
export const tolerations = kubernetes<readonly Toleration[]>(
  list(object({ key: text, operator: text, value: text, effect: text, tolerationSeconds: long })),
);
export const volumeMounts = kubernetes<readonly VolumeMount[]>(
  list(
    object({
      name: text,
      mountPath: text,
      subPath: text,
      subPathExpr: text,
      readOnly: flag,
      recursiveReadOnly: text,
      mountPropagation: text,
    }),
  ),
);
export const resources = kubernetes<ResourceRequirements>(
  object({ requests: map(quantity), limits: map(quantity), claims: objects }),
);
