import { argumentPath } from "../argument-path";
import { isOwnedTenant } from "../replication/replications";
import { sortedEntries } from "../sorted-entries";
import { isWhollyKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM021 */
export const allowedClusters: Rule = {
  code: "FM021",
  severity: "error",
  inManifests: "warning",
  title: "Tenants allow the clusters of their namespaces",
  description:
    "The `allowedClusters` of a tenant name every Pulsar cluster that its namespaces and topics are replicated to. Left out, they follow from these.",
  check: (mesh) =>
    sortedEntries(mesh.spec.tenants).flatMap(([tenant, { allowedClusters: stated }]) =>
      stated === undefined || !isWhollyKnown(stated) || !isOwnedTenant(mesh.spec, tenant)
        ? []
        : missing(mesh, tenant, stated),
    ),
};

function missing(mesh: CheckedMesh, tenant: string, stated: readonly string[]): readonly Finding[] {
  return (mesh.plan.replications.ofTenants.get(tenant) ?? [])
    .filter((name) => !stated.includes(name))
    .map((name) => ({
      path: argumentPath("tenants", tenant, "allowedClusters"),
      message: `does not name "${name}", ${reason(mesh, tenant, name)}`,
      help: `add "${name}", or leave allowedClusters out: it then follows from the namespaces`,
    }));
}

function reason({ plan }: CheckedMesh, tenant: string, cluster: string): string {
  const replicated = [...plan.replications.clusters].find(
    ([name, names]) => name.startsWith(`${tenant}/`) && names.includes(cluster),
  );
  return replicated === undefined
    ? "which a namespace or topic of the tenant names"
    : `which namespace ${replicated[0]} is replicated to`;
}
