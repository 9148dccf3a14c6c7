import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import { statedPlaces } from "../plan-members";
import { sortedEntries } from "../sorted-entries";
import { homeless } from "./homeless";
import { instead } from "./known-names";
import type { CheckedMesh, Finding, Rule } from "./rule";

/** FM002 */
export const clusters: Rule = {
  code: "FM002",
  severity: "error",
  inManifests: "error",
  title: "Clusters are known",
  description:
    "Every member runs in Kubernetes clusters of `kubernetes` and against a Pulsar cluster of `pulsar` that pods can reach, by exactly one of `cluster` and `placement`. Where there are several Pulsar clusters and no default, a topic that no member uses says where it lives.",
  check: (mesh) => [
    ...mapFindings(mesh),
    ...mesh.plan.members.flatMap((member) => memberFindings(mesh, member)),
    ...unpaired(mesh),
    ...unreachable(mesh),
    ...homeless(mesh),
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
    // Manifests name ConfigMaps, which exist.
    ...(member.origin === undefined
      ? keyFinding(mesh, "pulsar", member.spec.packageCluster, at("packageCluster"))
      : []),
    ...placeless(mesh, member),
  ];
}

/** A member that names no place where none is the default. */
function placeless({ spec, clusters: { defaultKubernetes } }: CheckedMesh, member: MemberPlan): readonly Finding[] {
  const keys = Object.keys(spec.kubernetes).sort();
  if (statedPlaces(member, defaultKubernetes).length > 0 || keys.length === 0) return [];
  if (member.spec.placement !== undefined) {
    const path = argumentPath(member.path, "placement");
    return [{ path, message: "is empty", help: `list one of ${keys.join(", ")}, or leave it out` }];
  }
  return [
    {
      path: argumentPath(member.path, "cluster"),
      message: "is missing, and there are several Kubernetes clusters",
      help: `state one of ${keys.join(", ")} here or in defaults.cluster`,
    },
  ];
}

/** Kubernetes clusters with members that say no more than that, and no Pulsar cluster to go with it. */
function unpaired({ plan, spec, clusters: { defaultKubernetes } }: CheckedMesh): readonly Finding[] {
  const dependent = plan.members.filter((member) => member.spec.pulsarCluster === undefined);
  const used = new Set(
    dependent.flatMap((member) => statedPlaces(member, defaultKubernetes).map(({ cluster }) => cluster)),
  );
  if (Object.keys(spec.pulsar).length === 0) return [];
  return plan.kubernetesClusters
    .filter((cluster) => used.has(cluster.key) && cluster.pulsarCluster === "" && cluster.spec.pulsar === undefined)
    .map(({ key }) => ({
      path: argumentPath("kubernetes", key, "pulsar"),
      message: `is missing, and \`pulsar\` has several entries and none with the key "${key}"`,
      help: `state one of ${Object.keys(spec.pulsar).sort().join(", ")}`,
    }));
}

function unreachable({ plan }: CheckedMesh): readonly Finding[] {
  // Members of manifests find it in a ConfigMap that exists.
  const own = plan.members.filter(({ origin }) => origin === undefined);
  const used = new Set(own.flatMap((member) => member.places.map((place) => place.pulsarCluster)));
  return plan.pulsarClusters
    .filter(({ key, spec }) => used.has(key) && (spec.serviceUrl === undefined || spec.serviceUrl === ""))
    .map(({ key }) => ({
      path: argumentPath("pulsar", key, "serviceUrl"),
      message: "is missing, and members run against this cluster",
      help: "state the URL of the binary protocol as pods reach it, such as pulsar://broker.example.org:6650",
    }));
}
