import type { PulsarClusterPlan, Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { byText } from "../sorted-entries";

/** `replicationClusters` of a namespace in one Pulsar cluster, where nothing is stated and edges need it there. */
export function namespaceClusters(
  { spec, clusters }: PlanContext,
  replications: Replications,
  { name, pulsarCluster }: { readonly name: string; readonly pulsarCluster: string },
): { readonly replicationClusters?: readonly string[] } {
  if (spec.namespaces?.[name]?.replicationClusters !== undefined) return {};
  const names = replications.clusters.get(name);
  const own = ownName(clusters.pulsarClusters, pulsarCluster);
  return names === undefined || own === undefined || !names.includes(own) ? {} : { replicationClusters: names };
}

/** `allowedClusters` of a tenant, where nothing is stated and its namespaces or topics are replicated. */
export function tenantClusters(
  context: PlanContext,
  replications: Replications,
  { tenant, pulsarCluster }: { readonly tenant: string; readonly pulsarCluster: string },
): { readonly allowedClusters?: readonly string[] } {
  if (context.spec.tenants?.[tenant]?.allowedClusters !== undefined) return {};
  const names = replications.ofTenants.get(tenant);
  if (names === undefined) return {};
  const own = ownName(context.clusters.pulsarClusters, pulsarCluster);
  return { allowedClusters: own === undefined ? names : [...new Set([...names, own])].sort(byText) };
}

const ownName = (pulsarClusters: readonly PulsarClusterPlan[], pulsarCluster: string): string | undefined =>
  pulsarClusters.find(({ key }) => key === pulsarCluster)?.ownName;
