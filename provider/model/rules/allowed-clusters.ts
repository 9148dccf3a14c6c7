import { argumentPath } from "../argument-path";
import { isOwnedTenant } from "../replication/replications";
import { sortedEntries } from "../sorted-entries";
import { isPulsarName } from "../topic-name";
import { isKnown, isWhollyKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM021 */
export const allowedClusters: Rule = {
  code: "FM021",
  severity: "error",
  inManifests: "warning",
  title: "Tenants allow the clusters of their namespaces",
  description:
    "The `allowedClusters` of a tenant name, by Pulsar's names of them, every Pulsar cluster in which the mesh makes a namespace of it, and every one that its namespaces and topics are replicated to: brokers refuse a namespace in a cluster that its tenant does not allow. Left out, they follow from these. Those of a namespace name the clusters in which the mesh makes it, and those that it is replicated to.",
  check: (mesh) => {
    const homes = homesOfTenants(mesh);
    const ofTenants = sortedEntries(mesh.spec.tenants).flatMap(([tenant, { allowedClusters: stated }]) =>
      stated === undefined || !isWhollyKnown(stated) || !isOwnedTenant(mesh.spec, tenant)
        ? []
        : missing(mesh, { tenant, stated, homes: homes.get(tenant) ?? new Map() }),
    );
    return [...ofTenants, ...ofNamespaces(mesh)];
  },
};

/** A broker makes its own cluster one that a namespace allows, and refuses a list without those that it is replicated to. */
function ofNamespaces({ spec, plan }: CheckedMesh): readonly Finding[] {
  const ownNames = new Map(plan.pulsarClusters.map(({ key, ownName }) => [key, ownName]));
  return sortedEntries(spec.namespaces).flatMap(([name, { allowedClusters: stated, external }]) => {
    if (stated === undefined || external === true || !isWhollyKnown(stated)) return [];
    const homes = plan.namespaces
      .filter(({ tenant, pulsarNamespace }) => `${tenant}/${pulsarNamespace}` === name)
      .flatMap(({ pulsarCluster }) => ownNames.get(pulsarCluster) ?? [])
      .filter(isKnown);
    const replicated = plan.replications.clusters.get(name) ?? [];
    return [...new Set([...replicated, ...homes])]
      .filter((needed) => isKnown(needed) && !stated.includes(needed))
      .map((needed) => ({
        path: argumentPath("namespaces", name, "allowedClusters"),
        message: `does not name "${needed}", ${replicated.includes(needed) ? "which the namespace is replicated to" : "where the mesh makes the namespace"}`,
        help: `add "${needed}", or leave allowedClusters out`,
      }));
  });
}

/** By tenant, then by Pulsar's name of a cluster, as far as it is said: the first namespace of the mesh's in it. */
function homesOfTenants({ plan }: CheckedMesh): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const homes = new Map<string, Map<string, string>>();
  const ownNames = new Map(plan.pulsarClusters.map(({ key, ownName }) => [key, ownName]));
  for (const { tenant, pulsarNamespace, pulsarCluster } of plan.namespaces) {
    const ownName = ownNames.get(pulsarCluster);
    const ofTenant = homes.get(tenant) ?? new Map<string, string>();
    homes.set(tenant, ofTenant);
    if (ownName !== undefined && isKnown(ownName) && !ofTenant.has(ownName))
      ofTenant.set(ownName, `${tenant}/${pulsarNamespace}`);
  }
  return homes;
}

interface StatedTenant {
  readonly tenant: string;
  readonly stated: readonly string[];
  readonly homes: ReadonlyMap<string, string>;
}

function missing(mesh: CheckedMesh, { tenant, stated, homes }: StatedTenant): readonly Finding[] {
  const needed = new Set([...(mesh.plan.replications.ofTenants.get(tenant) ?? []), ...homes.keys()]);
  return (
    [...needed]
      // Those that are no names are told where they are stated.
      .filter((name) => isPulsarName(name) && !stated.includes(name))
      .map((name) => ({
        path: argumentPath("tenants", tenant, "allowedClusters"),
        message: `does not name "${name}", ${reason(mesh, { tenant, homes }, name)}`,
        help: `add "${name}", or leave allowedClusters out: it then follows from the namespaces`,
      }))
  );
}

function reason({ plan }: CheckedMesh, { tenant, homes }: Omit<StatedTenant, "stated">, cluster: string): string {
  const replicated = [...plan.replications.clusters].find(
    ([name, names]) => name.startsWith(`${tenant}/`) && names.includes(cluster),
  );
  if (replicated !== undefined) return `which namespace ${replicated[0]} is replicated to`;
  const namespace = homes.get(cluster);
  return namespace === undefined
    ? "which a namespace or topic of the tenant names"
    : `where the mesh makes namespace ${namespace}`;
}
