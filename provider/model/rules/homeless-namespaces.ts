import { argumentPath } from "../argument-path";
import { isOwnedNamespace, isOwnedTenant } from "../replication/replications";
import type { CheckedMesh, Finding } from "./rule";

/** Namespaces and tenants that nobody uses and that no default puts anywhere: they would be in no Pulsar cluster. */
export function homelessNamespaces({ plan, spec, clusters }: CheckedMesh): readonly Finding[] {
  // A default that is none is told where it stands, and so are no clusters at all.
  if (clusters.defaultPulsar !== undefined || spec.defaults?.cluster !== undefined) return [];
  if (Object.keys(spec.pulsar).length === 0) return [];
  const namespaces = new Set(plan.namespaces.map(({ tenant, pulsarNamespace }) => `${tenant}/${pulsarNamespace}`));
  const tenants = new Set(plan.tenants.map(({ tenant }) => tenant));
  return [
    ...Object.keys(spec.tenants ?? {})
      .filter((tenant) => isOwnedTenant(spec, tenant) && !tenants.has(tenant))
      .map((tenant) => findingOf("tenants", tenant)),
    ...Object.keys(spec.namespaces ?? {})
      // What is no name of a namespace is told of by FM003.
      .filter((name) => /^[^/]+\/[^/]+$/.test(name) && isOwnedNamespace(spec, name) && !namespaces.has(name))
      .map((name) => findingOf("namespaces", name)),
  ];
}

const findingOf = (map: "tenants" | "namespaces", key: string): Finding => ({
  path: argumentPath(map, key),
  message: "is used by no member, and there are several Pulsar clusters",
  help: "state `defaults.cluster`, whose Pulsar cluster it is then made in, or leave it out",
});
