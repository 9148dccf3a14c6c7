import type { MemberSpec, PlacementSpec } from "../member";
import type { RolloutSpec } from "../rollout";
import type { RunnerSpec } from "../runner";
import { authEffects, tlsEffects } from "./connection-effects";
import { type EffectsOf, entries } from "./effect";
import { podEffects } from "./pod-effects";
import { autoscalingEffects } from "./scaling-effects";

const placementEffects: EffectsOf<PlacementSpec> = { cluster: "replace", standby: "scale" };

export const rolloutEffects: EffectsOf<RolloutSpec> = {
  timeoutSeconds: "none",
  attachment: "none",
  replaceOnRoll: "roll",
};

export const runnerEffects: EffectsOf<RunnerSpec> = { connectors: "roll", connectorsDirectory: "roll" };

export const memberEffects: EffectsOf<MemberSpec> = {
  // All objects are named after it.
  name: "replace",
  // Objects are not named after these, but the default subscription and short topic names are.
  tenant: "drain",
  namespace: "drain",
  cluster: "replace",
  placement: entries("replace", placementEffects),
  // The subscription is another one, in another cluster.
  pulsarCluster: "drain",
  // With showPreciseParallelism it is told to the instances: see effectOfChange.
  replicas: "scale",
  showPreciseParallelism: "roll",
  autoscaling: { "(stated)": "scale", ...autoscalingEffects },
  paused: "scale",
  restartToken: "roll",
  image: "roll",
  imagePullPolicy: "roll",
  resources: "roll",
  secrets: "roll",
  secretsMap: "roll",
  pod: podEffects,
  volumeMounts: "roll",
  // Kubernetes takes no change of them on a live StatefulSet. The volumes that exist stay.
  volumeClaimTemplates: "replace",
  persistentVolumeClaimRetentionPolicy: "none",
  logTopic: "roll",
  logTopicAgent: "roll",
  filebeatImage: "roll",
  downloaderImage: "roll",
  packageCluster: "roll",
  runtimeFlags: "roll",
  runner: runnerEffects,
  instanceAuth: authEffects,
  instanceTls: tlsEffects,
  rollout: rolloutEffects,
};
