import { joinedLists, joinedMaps } from "../../merged";
import type { DefaultsSpec } from "../../mesh";
import type { PodDefaultsSpec } from "../../pod-spec";
import type { BackendManifest } from "../shape/component-shapes";
import { stated } from "../stated";

/** A BackendConfig: settings of all components of a Kubernetes namespace, or of the cluster. */
export interface Backend {
  readonly name: string;
  readonly kubernetesNamespace: string;
  readonly spec: BackendManifest;
}

/** What the operator gives the pods of every component; its security context is pod-security.ts'. */
const operatorsPod: PodDefaultsSpec = {
  annotations: { "prometheus.io/scrape": "true", "prometheus.io/port": "9094" },
};

const isGlobal = ({ name, kubernetesNamespace }: Backend): boolean =>
  name === "global-backend-config" && kubernetesNamespace === "default";

/** True for a BackendConfig of its own Kubernetes namespace. */
export const isOfNamespace = ({ name }: Backend): boolean => name === "backend-config";

/** True for a BackendConfig that the operator looks at. */
export const isInUse = (backend: Backend): boolean => isGlobal(backend) || isOfNamespace(backend);

/** The settings that the components of a Kubernetes namespace share: its own before those of the cluster. */
export function backendDefaults(backends: readonly Backend[], kubernetesNamespace: string): DefaultsSpec {
  const cluster = backends.find(isGlobal)?.spec;
  const local = backends.find((each) => isOfNamespace(each) && each.kubernetesNamespace === kubernetesNamespace);
  return {
    env: joinedMaps(local?.spec.env, cluster?.env),
    pod: [cluster?.pod, local?.spec.pod].reduce<PodDefaultsSpec>(withBackend, operatorsPod),
  };
}

function withBackend(shared: PodDefaultsSpec, own: BackendManifest["pod"]): PodDefaultsSpec {
  if (own === undefined) return shared;
  return stated({
    labels: joinedMaps(own.labels, shared.labels),
    annotations: joinedMaps(own.annotations, shared.annotations),
    nodeSelector: joinedMaps(own.nodeSelector, shared.nodeSelector),
    tolerations: joinedLists(shared.tolerations, own.tolerations),
    imagePullSecrets: joinedLists(shared.imagePullSecrets, own.imagePullSecrets),
    affinity: own.affinity ?? shared.affinity,
    securityContext: own.securityContext ?? shared.securityContext,
    serviceAccountName: own.serviceAccountName ?? shared.serviceAccountName,
    terminationGracePeriodSeconds: own.terminationGracePeriodSeconds ?? shared.terminationGracePeriodSeconds,
    liveness: own.liveness ?? shared.liveness,
    startupProbe: own.startupProbe ?? shared.startupProbe,
  });
}
