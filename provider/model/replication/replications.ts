import type { MeshSpec } from "../mesh";
import type { PulsarClusterPlan } from "../plan";
import type { PlanContext } from "../plan-members";
import { topicKeys } from "../topic-keys";
import { isWhollyKnown } from "../unknown";

/** The topics that state `replicationClusters` of their own, by full name. */
export function topicsWithClusters({
  spec,
  home,
}: Pick<PlanContext, "spec" | "home">): ReadonlyMap<string, readonly string[]> {
  const topics = [...topicKeys({ spec, home })].flatMap(([name, key]) => {
    const clusters = spec.topics?.[key]?.replicationClusters;
    return clusters === undefined ? [] : [[name, clusters] as const];
  });
  return new Map(topics);
}

/** `replicationClusters` of an entry of `namespaces`, where it is stated and known. */
export function statedClusters({ namespaces }: MeshSpec, name: string): readonly string[] | undefined {
  const entry = Object.hasOwn(namespaces ?? {}, name) ? namespaces?.[name] : undefined;
  const stated = entry?.replicationClusters;
  return stated !== undefined && isWhollyKnown(stated) ? stated : undefined;
}

/** True for a namespace that the mesh makes. */
export const isOwnedNamespace = ({ namespaces }: MeshSpec, name: string): boolean =>
  Object.hasOwn(namespaces ?? {}, name) && namespaces?.[name]?.external !== true;

/** True for a tenant that the mesh makes. */
export const isOwnedTenant = ({ tenants }: MeshSpec, name: string): boolean =>
  Object.hasOwn(tenants ?? {}, name) && tenants?.[name]?.external !== true;

/** The entries of `pulsar` that Pulsar's names of clusters mean. */
export const entriesNamed = (
  pulsarClusters: readonly PulsarClusterPlan[],
  names: readonly string[],
): readonly PulsarClusterPlan[] => pulsarClusters.filter(({ clusterName }) => names.includes(clusterName));
