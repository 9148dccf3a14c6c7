import type { KubernetesClusterSpec } from "../kubernetes-cluster";
import type { DefaultsSpec } from "../mesh";
import type { PulsarClusterSpec } from "../pulsar-cluster";
import { authEffects, limitsEffects, tlsEffects } from "./connection-effects";
import type { EffectsOf } from "./effect";
import { rolloutEffects, runnerEffects } from "./member-effects";
import { podDefaultsEffects } from "./pod-effects";

/** Of a default, on the members that do not state it themselves. */
export const defaultsEffects: EffectsOf<DefaultsSpec> = {
  cluster: "replace",
  tenant: "drain",
  namespace: "drain",
  resources: "roll",
  images: "roll",
  imagePullPolicy: "roll",
  runner: runnerEffects,
  env: "roll",
  pod: podDefaultsEffects,
  rollout: rolloutEffects,
};

/** Of an entry of `pulsar`, on the members that run against it. */
export const pulsarClusterEffects: EffectsOf<PulsarClusterSpec> = {
  adminUrl: "none",
  serviceUrl: "roll",
  // Of those in Java, which are told it, and those whose packages come from there.
  webServiceUrl: "roll",
  // Another name is another cluster: what the mesh has in it is made there.
  clusterName: { "(stated)": "roll", "(changed)": "drain" },
  // Members that have no credential of their own get this one.
  auth: authEffects,
  instanceAuth: authEffects,
  tls: tlsEffects,
  instanceTls: tlsEffects,
  peerUrls: { web: "none", broker: "none" },
  limits: limitsEffects,
};

/** Of an entry of `kubernetes`, on the members that run in it. */
export const kubernetesClusterEffects: EffectsOf<KubernetesClusterSpec> = {
  kubeconfig: "none",
  context: "none",
  namespace: "replace",
  // Turned off, it takes the namespace away with all that is in it.
  createNamespace: { "(stated)": "none", "(changed)": "replace" },
  pulsar: "drain",
  uid: { "(stated)": "none", "(changed)": "replace" },
  abandon: "replace",
};
