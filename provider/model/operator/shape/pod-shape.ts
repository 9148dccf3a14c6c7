import {
  affinity,
  containers,
  environment,
  probe,
  pullSecrets,
  scalingBehavior,
  scalingMetrics,
  securityContext,
  tolerations,
  volumes,
} from "./kubernetes-shape";
import { flag, integer, list, long, map, object, oneOf, quantity, text } from "./shape";

const vpaShape = object({
  updatePolicy: object({ updateMode: oneOf("Off", "Initial", "Recreate", "Auto"), minReplicas: integer }),
  resourcePolicy: object({
    containerPolicies: list(
      object({
        containerName: text,
        mode: oneOf("Auto", "Off"),
        minAllowed: map(quantity),
        maxAllowed: map(quantity),
        controlledResources: list(text),
        controlledValues: oneOf("RequestsAndLimits", "RequestsOnly"),
      }),
    ),
  }),
});

/** `pod` of a component and of a BackendConfig. */
export const podShape = object({
  labels: map(text),
  annotations: map(text),
  nodeSelector: map(text),
  affinity,
  disableDefaultAffinity: flag,
  tolerations,
  securityContext,
  terminationGracePeriodSeconds: long,
  volumes,
  imagePullSecrets: pullSecrets,
  initContainers: containers,
  sidecars: containers,
  serviceAccountName: text,
  env: environment,
  liveness: object({
    initialDelaySeconds: integer,
    periodSeconds: integer,
    successThreshold: integer,
    failureThreshold: integer,
  }),
  startupProbe: probe,
  builtinAutoscaler: list(text),
  autoScalingMetrics: scalingMetrics,
  autoScalingBehavior: scalingBehavior,
  vpa: vpaShape,
});
