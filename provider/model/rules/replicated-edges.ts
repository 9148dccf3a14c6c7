import { argumentPath } from "../argument-path";
import { type Group, grouped } from "../grouped";
import type { CrossingEdge } from "../plan";
import { isOwnedNamespace, topicsWithClusters } from "../replication/replications";
import { isPulsarName } from "../topic-name";
import { isKnown, isWhollyKnown } from "../unknown";
import { topicKeys } from "../topic-keys";
import { localReplicationFindings } from "./local-replication";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { areOneCluster } from "./same-cluster";
import { nameOf, said, shownName } from "./told-clusters";
import { topicHomeFindings } from "./topic-homes";
import { hasUnknownPlace } from "./unknown-places";
import { unfedPlaceFindings } from "./unfed-places";

/** FM020 */
export const replicatedEdges: Rule = {
  code: "FM020",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "What crosses between Pulsar clusters is replicated",
  description:
    "A topic that is written in one Pulsar cluster and read in another one, by its name or by a pattern, has to be replicated between them. For namespaces of the mesh that state no `replicationClusters` this follows from the edges; where they are stated, in the namespace or in the topic, they name every cluster that is needed, and those where the mesh uses the namespace or topic. A namespace that is not the mesh's is stated with `external: true` and its `replicationClusters`. A topic that states its `pulsarCluster` is used from another one only where it is replicated. A warning says where a member runs in several clusters, and its instances in one of them read nothing, since nobody writes there.",
  check: (mesh) => [
    ...namespaceFindings(mesh),
    ...topicFindings(mesh),
    ...localReplicationFindings(mesh),
    ...topicHomeFindings(mesh),
    ...unfedPlaceFindings(mesh),
  ],
};

function namespaceFindings(mesh: CheckedMesh): readonly Finding[] {
  const areOne = areOneCluster(mesh.plan.pulsarClusters);
  return [...mesh.plan.replications.edges].flatMap(([name, all]) => {
    const edges = all.filter(
      ({ from, to, writer, reader }) =>
        !areOne(from, to) && ![writer, reader].some((member) => hasUnknownPlace(mesh, member)),
    );
    const entry = mesh.spec.namespaces?.[name];
    const stated = entry?.replicationClusters;
    if (stated !== undefined && !isWhollyKnown(stated)) return [];
    if (stated === undefined) {
      const unfollowed = edges.filter((edge) => !follows(mesh, name, edge));
      // One setting is missing for all that an argument reads, from and in whatever clusters.
      return [...grouped(unfollowed.map((edge) => [edge.path, edge])).values()].map((each) => unsaid(mesh, name, each));
    }
    const help =
      entry?.external === true
        ? (missing: string) => `have the namespace replicated to "${missing}" and add it here`
        : (missing: string) => `add "${missing}", or leave replicationClusters out: it then follows from the edges`;
    return missingNames(mesh, stated, edges).map(({ missing, edge }) => ({
      path: argumentPath("namespaces", name, "replicationClusters"),
      message: `does not name "${missing}", and ${told(mesh, edge)}`,
      help: help(missing),
    }));
  });
}

/** True for an edge that the namespace is replicated for, without being said so. */
function follows(mesh: CheckedMesh, namespace: string, edge: CrossingEdge): boolean {
  if (!isOwnedNamespace(mesh.spec, namespace)) return false;
  const names = mesh.plan.replications.clusters.get(namespace) ?? [];
  return edge.computed !== true || [edge.from, edge.to].every((key) => names.includes(nameOf(mesh, key)));
}

/** The topics that say themselves where they are replicated to. */
function topicFindings(mesh: CheckedMesh): readonly Finding[] {
  const stated = topicsWithClusters(mesh);
  if (stated.size === 0) return [];
  const byTopic = grouped(mesh.plan.replications.crossings.map((edge) => [edge.topic, edge]));
  const keys = topicKeys(mesh);
  return [...stated].flatMap(([topic, names]) =>
    isWhollyKnown(names)
      ? missingNames(mesh, names, byTopic.get(topic) ?? []).map(({ missing, edge }) => ({
          path: argumentPath("topics", keys.get(topic) ?? topic, "replicationClusters"),
          message: `does not name "${missing}", and ${told(mesh, edge)}`,
          help: `add "${missing}"`,
        }))
      : [],
  );
}

interface Missing {
  readonly missing: string;
  /** The first that needs it. */
  readonly edge: CrossingEdge;
}

function missingNames(mesh: CheckedMesh, names: readonly string[], edges: readonly CrossingEdge[]): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const edge of edges)
    for (const key of [edge.from, edge.to]) {
      const missing = nameOf(mesh, key);
      // One that is none is FM003's, where it is stated.
      if (isKnown(missing) && isPulsarName(missing) && !names.includes(missing) && !found.has(missing))
        found.set(missing, { missing, edge });
    }
  return [...found.values()];
}

function unsaid(mesh: CheckedMesh, namespace: string, edges: Group<CrossingEdge>): Finding {
  const [edge] = edges;
  const keys = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const names = [...keys].map((key) => `"${shownName(mesh, key)}"`).join(", ");
  return {
    path: edge.path,
    message: `${told(mesh, edge)}, and nothing says that namespace ${namespace} is replicated between them`,
    help: `state namespaces["${namespace}"].replicationClusters: [${names}], with \`external: true\` where the namespace exists already`,
  };
}

const told = (mesh: CheckedMesh, { topic, writer, reader, from, to }: CrossingEdge): string =>
  `"${topic}" goes from ${writer.path} in ${said(mesh, from)} to ${reader.path} in ${said(mesh, to)}`;
