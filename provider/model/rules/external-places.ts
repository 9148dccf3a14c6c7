import { argumentPath } from "../argument-path";
import { sortedEntries } from "../sorted-entries";
import type { CheckedMesh, Finding } from "./rule";

/** Of a namespace of others it is said where it is replicated to, so that edges across clusters can be told to be right. */
const toldOfNamespaces: ReadonlySet<string> = new Set(["external", "replicationClusters"]);
const toldOfTenants: ReadonlySet<string> = new Set(["external"]);

/** Settings of namespaces and tenants that the mesh never makes or changes. */
export const externalPlaceFindings = ({ spec }: CheckedMesh): readonly Finding[] => [
  ...findings("namespaces", spec.namespaces, toldOfNamespaces),
  ...findings("tenants", spec.tenants, toldOfTenants),
];

function findings(
  map: "namespaces" | "tenants",
  entries: Readonly<Record<string, { readonly external?: boolean }>> | undefined,
  told: ReadonlySet<string>,
): readonly Finding[] {
  const what = map === "namespaces" ? "namespace" : "tenant";
  return sortedEntries(entries)
    .filter(([, entry]) => entry.external === true)
    .flatMap(([key, entry]) =>
      Object.entries(entry)
        .filter(([name, value]) => !told.has(name) && value !== undefined)
        .map(([name]) => ({
          path: argumentPath(map, key, name),
          message: `has no effect for a ${what} that belongs to somebody else`,
          help: "leave it out, or leave out `external`",
        })),
    );
}
