import type { Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { byText } from "../sorted-entries";
import { isWhollyKnown } from "../unknown";
import { readFullName } from "../topic-name";
import { isOwnedNamespace, topicsWithClusters } from "./replications";

/** `replicationClusters` of a namespace in one Pulsar cluster, where nothing is stated and edges need it there. */
export function namespaceClusters(
  { spec, clusters }: PlanContext,
  replications: Replications,
  { name, pulsarCluster }: { readonly name: string; readonly pulsarCluster: string },
): { readonly replicationClusters?: readonly string[] } {
  if (spec.namespaces?.[name]?.replicationClusters !== undefined) return {};
  const names = replications.clusters.get(name);
  const own = clusters.pulsarClusters.find(({ key }) => key === pulsarCluster)?.clusterName;
  return names === undefined || own === undefined || !names.includes(own) ? {} : { replicationClusters: names };
}

/** `allowedClusters` of a tenant, where nothing is stated and its namespaces or topics are replicated. */
export function tenantClusters(
  context: PlanContext,
  replications: Replications,
  { tenant, pulsarCluster }: { readonly tenant: string; readonly pulsarCluster: string },
): { readonly allowedClusters?: readonly string[] } {
  if (context.spec.tenants?.[tenant]?.allowedClusters !== undefined) return {};
  const names = clustersOfTenant(context, replications, tenant);
  if (names.length === 0) return {};
  const own = ownName(context, pulsarCluster);
  return { allowedClusters: own === undefined ? names : [...new Set([...names, own])].sort(byText) };
}

/** Pulsar's name of an entry; of the only one, where it is not stated, the broker alone knows it. */
function ownName({ clusters: { pulsarClusters } }: PlanContext, pulsarCluster: string): string | undefined {
  const entry = pulsarClusters.find(({ key }) => key === pulsarCluster);
  return pulsarClusters.length > 1 || entry?.spec.clusterName !== undefined ? entry?.clusterName : undefined;
}

/** Pulsar's names of the clusters that a tenant has to allow for what the mesh owns in it; none where nothing is replicated. */
export function clustersOfTenant(context: PlanContext, replications: Replications, tenant: string): readonly string[] {
  const { spec } = context;
  const own = Object.entries(spec.namespaces ?? {}).filter(
    ([name]) => name.startsWith(`${tenant}/`) && isOwnedNamespace(spec, name),
  );
  const ofNamespaces = own.flatMap(([name, { allowedClusters }]) => [
    ...(replications.clusters.get(name) ?? []),
    ...(isWhollyKnown(allowedClusters) ? (allowedClusters ?? []) : []),
  ]);
  const ofTopics = [...topicsWithClusters(context)].flatMap(([topic, names]) =>
    readFullName(topic)?.tenant === tenant && isWhollyKnown(names) ? names : [],
  );
  return [...new Set([...ofNamespaces, ...ofTopics])].sort(byText);
}
