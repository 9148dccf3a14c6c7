import type { MeshPlan, PulsarClusterPlan } from "./plan";
import { isWhollyKnown } from "./unknown";

/**
 * The name by which the provider of a Pulsar cluster knows it: its own, where the mesh says that; otherwise its broker can be asked. That
 * cannot tell where it knows several: so where something is replicated to a cluster that is called like the key, the key counts.
 */
export function toldName(plan: MeshPlan, { key, clusterName, ownName }: PulsarClusterPlan): string | undefined {
  if (ownName !== undefined) return ownName;
  const lists = [
    ...plan.namespaces.flatMap(({ spec: { replicationClusters, allowedClusters } }) => [
      replicationClusters,
      allowedClusters,
    ]),
    ...plan.tenants.map(({ spec: { allowedClusters } }) => allowedClusters),
  ];
  const names = (list: readonly string[] | undefined): boolean =>
    list !== undefined && isWhollyKnown(list) && list.length > 1 && list.includes(clusterName);
  const isReplicated = plan.topics.some((topic) => topic.replicated === true && topic.pulsarCluster === key);
  return isReplicated || lists.some(names) ? clusterName : undefined;
}
