import { grouped } from "../grouped";
import type { CrossingEdge, MemberPlan, Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { byText } from "../sorted-entries";
import { readFullName } from "../topic-name";
import { crossingEdges } from "./crossing-edges";
import { isOwnedNamespace, statedClusters, topicsWithClusters } from "./replications";
import { clustersOfTenants } from "./tenant-clusters";

export function planReplications(context: PlanContext, members: readonly MemberPlan[]): Replications {
  const crossings = crossingEdges(members);
  const edges = edgesByNamespace(context, crossings);
  const clusters = new Map<string, readonly string[]>();
  for (const name of new Set([...Object.keys(context.spec.namespaces ?? {}), ...edges.keys()])) {
    const names = clustersOf(context, name, edges.get(name) ?? []);
    if (names !== undefined) clusters.set(name, names);
  }
  return { crossings, edges, clusters, ofTenants: clustersOfTenants(context, clusters) };
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
