import type { AutoscalingSpec, BacklogScalingSpec } from "../autoscaling";
import type { EffectsOf } from "./effect";

const backlogEffects: EffectsOf<BacklogScalingSpec> = {
  messagesPerInstance: "scale",
  activationMessages: "scale",
  pollingIntervalSeconds: "none",
  cooldownSeconds: "none",
  authentication: "none",
};

/** Bounds and targets may change the number of instances, how fast they are followed does not by itself. */
export const autoscalingEffects: EffectsOf<AutoscalingSpec> = {
  minReplicas: "scale",
  maxReplicas: "scale",
  cpu: "scale",
  memory: "scale",
  backlog: { "(stated)": "scale", ...backlogEffects },
  metrics: "scale",
  behavior: "none",
};
