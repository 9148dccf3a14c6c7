import { argumentPath } from "../argument-path";
import { kubernetesClusterEffects, pulsarClusterEffects } from "../effects/shared-effects";
import type { KubernetesClusterPlan, PulsarClusterPlan } from "../plan";
import type { ResourceFacts } from "./resource-facts";
import type { Settle } from "./settled";
import { settledFields } from "./settled-fields";
import { kubernetesDefaults, pulsarDefaults } from "./stated-defaults";

/** An entry of `pulsar` as meshes are compared by it. */
export const pulsarFacts = ({ key, spec, clusterName }: PulsarClusterPlan, settle: Settle): ResourceFacts => ({
  path: argumentPath("pulsar", key),
  name: key,
  fields: settledFields({ ...spec, clusterName }, pulsarClusterEffects, {
    settle,
    shown: new Set(["adminUrl", "serviceUrl", "webServiceUrl", "clusterName"]),
    depths: {},
    defaults: pulsarDefaults(key, spec),
  }),
});

/** An entry of `kubernetes`. Its Pulsar cluster is said by the members that run there. */
export const kubernetesFacts = (
  { key, spec, kubernetesNamespace }: KubernetesClusterPlan,
  settle: Settle,
): ResourceFacts => ({
  path: argumentPath("kubernetes", key),
  name: key,
  fields: settledFields({ ...spec, pulsar: undefined, namespace: kubernetesNamespace }, kubernetesClusterEffects, {
    settle,
    shown: new Set(["context", "namespace", "uid"]),
    depths: {},
    defaults: kubernetesDefaults,
  }),
});
