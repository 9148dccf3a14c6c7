import type { MeshSpec } from "./mesh";
import { childName } from "./names";
import type { KubernetesClusterPlan, PulsarClusterPlan } from "./plan";
import type { PulsarClusterSpec } from "./pulsar-cluster";
import { byText, sortedEntries } from "./sorted-entries";

/** The clusters of a mesh, and how what is left out is decided. */
export interface ClusterPlans {
  readonly pulsarClusters: readonly PulsarClusterPlan[];
  readonly kubernetesClusters: readonly KubernetesClusterPlan[];
  /** Key of the Kubernetes cluster of members that name none. */
  readonly defaultKubernetes?: string;
  /** Key of the Pulsar cluster of topics that nobody uses. */
  readonly defaultPulsar?: string;
}

export function planClusters(mesh: string, spec: MeshSpec): ClusterPlans {
  const defaultKubernetes = spec.defaults?.cluster ?? onlyKey(spec.kubernetes);
  const home = defaultKubernetes === undefined ? undefined : pulsarOfKubernetes(spec, defaultKubernetes);
  const defaultPulsar = home ?? onlyKey(spec.pulsar);
  return {
    pulsarClusters: firstOf(sortedEntries(spec.pulsar), defaultPulsar).map(([key, cluster], _at, { length }) => ({
      key,
      childName: childName(mesh, key),
      ...namesOf(key, cluster, length),
      spec: cluster,
    })),
    kubernetesClusters: sortedEntries(spec.kubernetes).map(([key, cluster]) => ({
      key,
      childName: childName(mesh, key),
      kubernetesNamespace: cluster.namespace ?? "default",
      pulsarCluster: pulsarOfKubernetes(spec, key) ?? "",
      spec: cluster,
    })),
    ...(defaultKubernetes === undefined ? {} : { defaultKubernetes }),
    ...(defaultPulsar === undefined ? {} : { defaultPulsar }),
  };
}

/** Keys are names of the user's, and the name that a cluster gives itself is often another; of several, they are told apart by their keys. */
function namesOf(
  key: string,
  { clusterName }: PulsarClusterSpec,
  count: number,
): Pick<PulsarClusterPlan, "clusterName" | "ownName"> {
  const name = clusterName ?? key;
  return { clusterName: name, ...(count > 1 || clusterName !== undefined ? { ownName: name } : {}) };
}

/** The Pulsar cluster of a Kubernetes cluster, where it can be decided. */
function pulsarOfKubernetes(spec: MeshSpec, key: string): string | undefined {
  const stated = spec.kubernetes[key]?.pulsar;
  if (stated !== undefined) return Object.hasOwn(spec.pulsar, stated) ? stated : undefined;
  return Object.hasOwn(spec.pulsar, key) ? key : onlyKey(spec.pulsar);
}

function onlyKey(map: Readonly<Record<string, unknown>>): string | undefined {
  const keys = Object.keys(map);
  return keys.length === 1 ? keys[0] : undefined;
}

/** The default cluster comes first: what lives there keeps the short names, whatever other clusters are added later. */
const firstOf = <Value>(entries: readonly (readonly [string, Value])[], first: string | undefined) =>
  [...entries].sort(([left], [right]) => Number(right === first) - Number(left === first) || byText(left, right));
