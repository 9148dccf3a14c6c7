import { argumentPath } from "../argument-path";
import { sortedEntries } from "../sorted-entries";
import { isSecret, isWhollyKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM027 */
export const namesOfClusters: Rule = {
  code: "FM027",
  severity: "error",
  inManifests: "warning",
  title: "Pulsar's names of clusters are written out",
  description:
    "`clusterName`, `replicationClusters` and `allowedClusters` decide which Pulsar clusters are told of each other and which topics are taken out of the replication again, so they decide which resources a mesh has, unless nothing is replicated. A preview cannot show those that follow from an output of another resource, and none follow from a secret.",
  check: (mesh) => [...entryFindings(mesh), ...listFindings(mesh)],
};

/** Where no list is stated, and no edge asks for one, their names decide nothing. */
function entryFindings({ spec, plan }: CheckedMesh): readonly Finding[] {
  const isDecisive = statedLists(spec).length > 0 || plan.replications.edges.size > 0;
  return isDecisive
    ? sortedEntries(spec.pulsar).flatMap(([key, { clusterName }]) =>
        findingAt(argumentPath("pulsar", key, "clusterName"), clusterName),
      )
    : [];
}

const listFindings = ({ spec }: CheckedMesh): readonly Finding[] =>
  statedLists(spec).flatMap(([path, names]) => findingAt(path, names));

/** Every list of names that the mesh states, with its argument. */
const statedLists = ({ tenants, namespaces, topics }: CheckedMesh["spec"]): readonly (readonly [string, unknown])[] =>
  [
    ...sortedEntries(tenants).map(([key, { allowedClusters }]) => ["tenants", key, { allowedClusters }] as const),
    ...sortedEntries(namespaces).map(
      ([key, { allowedClusters, replicationClusters }]) =>
        ["namespaces", key, { replicationClusters, allowedClusters }] as const,
    ),
    ...sortedEntries(topics).map(([key, { replicationClusters }]) => ["topics", key, { replicationClusters }] as const),
  ].flatMap(([map, key, lists]) =>
    Object.entries(lists).flatMap(([field, names]) =>
      names === undefined ? [] : [[argumentPath(map, key, field), names] as const],
    ),
  );

function findingAt(path: string, names: unknown): readonly Finding[] {
  if (isWhollyKnown(names)) return [];
  const isHidden = [names].flat().some(isSecret);
  const what = isHidden ? "is a secret" : "is known only when another resource is there";
  const message = `${what}, and which resources the mesh has follows from it`;
  return [{ path, message, help: "write Pulsar's names of the clusters out, as plain texts" }];
}
