import { grouped } from "../grouped";
import type { Replications } from "../plan";
import type { PlanContext } from "../plan-members";
import { byText } from "../sorted-entries";
import { readFullName } from "../topic-name";
import { isWhollyKnown } from "../unknown";
import { isOwnedNamespace, topicsWithClusters } from "./replications";

/**
 * By tenant: Pulsar's names of the clusters that it has to allow for what the mesh owns in it. A tenant in which nothing is replicated
 * is not among them.
 */
export function clustersOfTenants(
  context: PlanContext,
  clusters: Replications["clusters"],
): ReadonlyMap<string, readonly string[]> {
  const named = grouped([...ofNamespaces(context, clusters), ...ofTopics(context)]);
  return new Map([...named].map(([tenant, names]) => [tenant, [...new Set(names)].sort(byText)]));
}

type Named = readonly (readonly [tenant: string, cluster: string])[];

const ofNamespaces = ({ spec }: PlanContext, clusters: Replications["clusters"]): Named =>
  Object.entries(spec.namespaces ?? {}).flatMap(([name, { allowedClusters = [] }]) => {
    const [tenant, ...rest] = name.split("/");
    if (tenant === undefined || rest.length === 0 || !isOwnedNamespace(spec, name)) return [];
    const allowed = isWhollyKnown(allowedClusters) ? allowedClusters : [];
    return [...(clusters.get(name) ?? []), ...allowed].map((cluster) => [tenant, cluster] as const);
  });

const ofTopics = (context: PlanContext): Named =>
  [...topicsWithClusters(context)].flatMap(([topic, names]) => {
    const home = readFullName(topic);
    return home !== undefined && isWhollyKnown(names) ? names.map((cluster) => [home.tenant, cluster] as const) : [];
  });
