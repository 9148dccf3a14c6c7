import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { statedPlaces } from "../plan-members";
import { sortedEntries } from "../sorted-entries";
import { instead } from "./known-names";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM002 */
export const clusters: Rule = {
  code: "FM002",
  severity: "error",
  title: "Clusters are known",
  description:
    "Every member runs in Kubernetes clusters of `kubernetes` and against a Pulsar cluster of `pulsar` that pods can reach, by exactly one of `cluster` and `placement`.",
  check: (mesh) => [
    ...mapFindings(mesh),
    ...mesh.plan.members.flatMap((member) => memberFindings(mesh, member)),
    ...unreachable(mesh),
  ],
};

type ClusterMap = "kubernetes" | "pulsar";

/** A finding when a key of `pulsar` or `kubernetes` is none. */
function keyFinding({ spec }: CheckedMesh, map: ClusterMap, key: string | undefined, path: string): readonly Finding[] {
  if (key === undefined || Object.hasOwn(spec[map], key)) return [];
  return [{ path, message: `"${key}" is not a key of \`${map}\``, help: instead(key, Object.keys(spec[map])) }];
}

function mapFindings(mesh: CheckedMesh): readonly Finding[] {
  const { spec } = mesh;
  return [
    ...emptyMap(mesh, "pulsar"),
    ...emptyMap(mesh, "kubernetes"),
    ...keyFinding(mesh, "kubernetes", spec.defaults?.cluster, "defaults.cluster"),
    ...sortedEntries(spec.kubernetes).flatMap(([key, { pulsar }]) =>
      keyFinding(mesh, "pulsar", pulsar, argumentPath("kubernetes", key, "pulsar")),
    ),
    ...sortedEntries(spec.topics).flatMap(([key, { pulsarCluster }]) =>
      keyFinding(mesh, "pulsar", pulsarCluster, argumentPath("topics", key, "pulsarCluster")),
    ),
  ];
}

const emptyMap = ({ spec }: CheckedMesh, map: ClusterMap): readonly Finding[] =>
  Object.keys(spec[map]).length > 0 ? [] : [{ path: map, message: "is empty", help: "state at least one cluster" }];

function memberFindings(mesh: CheckedMesh, member: MemberPlan): readonly Finding[] {
  const { cluster, placement, pulsarCluster } = member.spec;
  const at = (...steps: readonly (string | number)[]): string => argumentPath(member.path, ...steps);
  const both: readonly Finding[] =
    cluster === undefined || placement === undefined
      ? []
      : [{ path: at("placement"), message: "is stated together with `cluster`", help: "keep one of the two" }];
  return [
    ...both,
    ...keyFinding(mesh, "kubernetes", cluster, at("cluster")),
    ...(placement ?? []).flatMap((place, index) => [
      ...keyFinding(mesh, "kubernetes", place.cluster, at("placement", index, "cluster")),
      ...(placement?.findIndex((other) => other.cluster === place.cluster) === index
        ? []
        : [
            {
              path: at("placement", index, "cluster"),
              message: `"${place.cluster}" is listed twice`,
              help: "list each cluster once",
            },
          ]),
    ]),
    ...keyFinding(mesh, "pulsar", pulsarCluster, at("pulsarCluster")),
    ...undecided(mesh, member),
  ];
}

/** What a member leaves out and nothing else decides. */
function undecided(mesh: CheckedMesh, member: MemberPlan): readonly Finding[] {
  const places = statedPlaces(member, mesh.clusters.defaultKubernetes);
  if (places.length === 0 && Object.keys(mesh.spec.kubernetes).length > 0) {
    const help = `state one of ${Object.keys(mesh.spec.kubernetes).sort().join(", ")} here or in defaults.cluster`;
    return [
      {
        path: argumentPath(member.path, "cluster"),
        message: "is missing, and there are several Kubernetes clusters",
        help,
      },
    ];
  }
  if (member.spec.pulsarCluster !== undefined || Object.keys(mesh.spec.pulsar).length === 0) return [];
  return places.flatMap(({ cluster }) => {
    const kubernetes = mesh.plan.kubernetesClusters.find(({ key }) => key === cluster);
    if (kubernetes === undefined || kubernetes.pulsarCluster !== "" || kubernetes.spec.pulsar !== undefined) return [];
    return [
      {
        path: argumentPath("kubernetes", cluster, "pulsar"),
        message: `is missing, and \`pulsar\` has no key "${cluster}" for the member ${member.name}`,
        help: `state one of ${Object.keys(mesh.spec.pulsar).sort().join(", ")}`,
      },
    ];
  });
}

function unreachable({ plan }: CheckedMesh): readonly Finding[] {
  const used = new Set(plan.members.flatMap((member) => member.places.map((place) => place.pulsarCluster)));
  return plan.pulsarClusters
    .filter(({ key, spec }) => used.has(key) && (spec.serviceUrl === undefined || spec.serviceUrl === ""))
    .map(({ key }) => ({
      path: argumentPath("pulsar", key, "serviceUrl"),
      message: "is missing, and members run against this cluster",
      help: "state the URL of the binary protocol as pods reach it, such as pulsar://broker.example.org:6650",
    }));
}
