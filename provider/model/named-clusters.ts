import type { MeshPlan, PulsarClusterPlan } from "./plan";
import { isWhollyKnown } from "./unknown";

/**
 * Whether Pulsar's own name of a cluster is said by the mesh. Keys are names of the user's, and the name that a cluster gives itself is
 * often another: with one cluster its broker can be asked. With several the keys tell them apart unless names are stated, and where
 * something is replicated to a cluster that is called like the key, its broker knows several as well and cannot tell.
 */
export function isNamed(plan: MeshPlan, { key, clusterName, spec }: PulsarClusterPlan): boolean {
  if (plan.pulsarClusters.length > 1 || spec.clusterName !== undefined) return true;
  const lists = [
    ...plan.namespaces.flatMap(({ spec: { replicationClusters, allowedClusters } }) => [
      replicationClusters,
      allowedClusters,
    ]),
    ...plan.tenants.map(({ spec: { allowedClusters } }) => allowedClusters),
  ];
  const names = (list: readonly string[] | undefined): boolean =>
    list !== undefined && isWhollyKnown(list) && list.length > 1 && list.includes(clusterName);
  return (
    plan.topics.some(({ replicated, pulsarCluster }) => replicated === true && pulsarCluster === key) ||
    lists.some(names)
  );
}
