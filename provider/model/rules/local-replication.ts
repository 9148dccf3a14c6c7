import { argumentPath } from "../argument-path";
import { grouped } from "../grouped";
import type { CrossingEdge } from "../plan";
import { plannedTopic } from "../planned-topic";
import { statedClusters, topicsWithClusters } from "../replication/replications";
import { topicKeys } from "../topic-keys";
import { readFullName } from "../topic-name";
import { isKnown, isWhollyKnown } from "../unknown";
import type { CheckedMesh, Finding } from "./rule";

/** Brokers refuse a list without their own cluster, and send away clients of what is not replicated to it. */
export const localReplicationFindings = (mesh: CheckedMesh): readonly Finding[] => [
  ...ofNamespaces(mesh),
  ...ofTopics(mesh),
];

/** A list that is stated, where the mesh uses what it is stated of. */
interface Stated {
  readonly names: readonly string[] | undefined;
  readonly pulsarCluster: string;
  readonly path: string;
  readonly what: "namespace" | "topic";
  /** What is said of these already. */
  readonly edges: readonly CrossingEdge[] | undefined;
}

const ofNamespaces = (mesh: CheckedMesh): readonly Finding[] =>
  mesh.plan.namespaces.flatMap(({ tenant, pulsarNamespace, pulsarCluster }) => {
    const name = `${tenant}/${pulsarNamespace}`;
    return findings(mesh, {
      names: statedClusters(mesh.spec, name),
      pulsarCluster,
      path: argumentPath("namespaces", name, "replicationClusters"),
      what: "namespace",
      edges: mesh.plan.replications.edges.get(name),
    });
  });

function ofTopics(mesh: CheckedMesh): readonly Finding[] {
  const stated = topicsWithClusters(mesh);
  if (stated.size === 0) return [];
  const keys = topicKeys(mesh);
  const byTopic = grouped(mesh.plan.replications.crossings.map((edge) => [edge.topic, edge]));
  return mesh.plan.topics
    .filter(({ owned }) => owned)
    .flatMap(({ name, pulsarCluster }) =>
      findings(mesh, {
        names: stated.get(name),
        pulsarCluster,
        path: argumentPath("topics", keys.get(name) ?? name, "replicationClusters"),
        what: "topic",
        edges: byTopic.get(name),
      }),
    );
}

/** Whether the rule says of the lists that hold for a topic that they lack a cluster where the mesh uses it. */
export function lacksLocally(mesh: CheckedMesh, topic: string, pulsarCluster: string): boolean {
  const { tenant = "", pulsarNamespace = "" } = readFullName(topic) ?? {};
  const isOwned = plannedTopic(mesh.plan, pulsarCluster, topic)?.owned === true;
  const lists = [
    statedClusters(mesh.spec, `${tenant}/${pulsarNamespace}`),
    isOwned ? topicsWithClusters(mesh).get(topic) : undefined,
  ];
  return lists.some((names) => lackedName(mesh, names, pulsarCluster) !== undefined);
}

/** Pulsar's name of a cluster, where a list lacks it. */
function lackedName({ plan }: CheckedMesh, names: Stated["names"], pulsarCluster: string): string | undefined {
  const own = plan.pulsarClusters.find(({ key }) => key === pulsarCluster)?.ownName;
  if (names === undefined || !isWhollyKnown(names) || own === undefined || !isKnown(own)) return undefined;
  return names.includes(own) ? undefined : own;
}

function findings(mesh: CheckedMesh, { names, pulsarCluster, path, what, edges }: Stated): readonly Finding[] {
  const own = lackedName(mesh, names, pulsarCluster);
  if (own === undefined || edges?.some(({ from, to }) => [from, to].includes(pulsarCluster)) === true) return [];
  return [
    {
      path,
      message: `does not name "${own}", where the mesh uses the ${what}`,
      help: `add "${own}", or ${ways[what]}`,
    },
  ];
}

const ways = {
  namespace: "leave replicationClusters out: it then follows from the edges",
  topic: "leave replicationClusters out: those of the namespace then hold",
} as const;
