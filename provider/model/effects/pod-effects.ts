import type { PodDefaultsSpec, PodSpec } from "../pod-spec";
import type { EffectsOf } from "./effect";

/** All of these stand in the pod template. */
export const podDefaultsEffects: EffectsOf<PodDefaultsSpec> = {
  labels: "roll",
  annotations: "roll",
  nodeSelector: "roll",
  affinity: "roll",
  tolerations: "roll",
  securityContext: "roll",
  imagePullSecrets: "roll",
  serviceAccountName: "roll",
  terminationGracePeriodSeconds: "roll",
  liveness: "roll",
  startupProbe: "roll",
};

export const podEffects: EffectsOf<PodSpec> = {
  ...podDefaultsEffects,
  disableDefaultAffinity: "roll",
  env: "roll",
  volumes: "roll",
  initContainers: "roll",
  sidecars: "roll",
  // Objects of their own. What a VerticalPodAutoscaler then does to pods is its own doing.
  vpa: "none",
  minAvailable: "none",
};
