import { grouped } from "../grouped";
import type { MeshSpec } from "../mesh";
import type { CrossingEdge, MemberPlan, PulsarClusterPlan, Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { byText } from "../sorted-entries";
import { topicKeys } from "../topic-keys";
import { readFullName } from "../topic-name";
import { isWhollyKnown } from "../unknown";
import { crossingEdges } from "./crossing-edges";

export function planReplications(context: PlanContext, members: readonly MemberPlan[]): Replications {
  const edges = edgesByNamespace(context, crossingEdges(members));
  const clusters = new Map<string, readonly string[]>();
  for (const name of new Set([...Object.keys(context.spec.namespaces ?? {}), ...edges.keys()])) {
    // A preview may not know the others, and what a mesh makes must not depend on that.
    const decisive = (edges.get(name) ?? []).filter(({ computed }) => computed !== true);
    const names = clustersOf(context, name, decisive);
    if (names !== undefined) clusters.set(name, names);
  }
  return { edges, clusters };
}

/** Edges of a topic that says itself where it is replicated to need nothing of its namespace. */
function edgesByNamespace(
  context: PlanContext,
  edges: readonly CrossingEdge[],
): ReadonlyMap<string, readonly CrossingEdge[]> {
  const stated = topicsWithClusters(context);
  return grouped(
    edges.flatMap((edge) => {
      const home = readFullName(edge.topic);
      if (home === undefined || stated.has(edge.topic)) return [];
      return [[`${home.tenant}/${home.pulsarNamespace}`, edge] as const];
    }),
  );
}

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

/** What is stated counts; else, in a namespace of the mesh's own, what its edges need. */
function clustersOf(
  { spec, clusters }: PlanContext,
  name: string,
  edges: readonly CrossingEdge[],
): readonly string[] | undefined {
  if (spec.namespaces?.[name]?.replicationClusters !== undefined) return statedClusters(spec, name);
  if (edges.length === 0 || !isOwnedNamespace(spec, name)) return undefined;
  const keys = new Set(edges.flatMap(({ from, to }) => [from, to]));
  return clusters.pulsarClusters
    .filter(({ key }) => keys.has(key))
    .map(({ clusterName }) => clusterName)
    .sort(byText);
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
