import { argumentPath } from "../argument-path";
import { grouped } from "../grouped";
import { patternsOf } from "../patterns-of";
import type { MemberPlan } from "../plan";
import { isServed } from "../served-places";
import { subscriptionTypeOf } from "../subscription-type";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";
import { lacksInputs } from "./stated-topics";

/** FM034 */
export const idleInstances: Rule = {
  code: "FM034",
  severity: "warning",
  inManifests: "warning",
  title: "Every instance has something to read",
  description:
    "With `retainOrdering` or `effectively_once` a partition is read by one instance at a time; instances beyond the number of partitions wait for another to fail.",
  check: (mesh) => {
    const partitions = partitionCounts(mesh);
    return mesh.plan.members.flatMap((member) => memberFindings(mesh, partitions, member));
  },
};

/** Of each topic whose number of partitions is known; a topic without partitions is read like one with a single one. */
const partitionCounts = ({ plan }: CheckedMesh): ReadonlyMap<string, number> =>
  new Map(
    plan.topics.flatMap(({ name, owned, spec: { partitions } }) =>
      isKnown(partitions) && (partitions !== undefined || owned) ? [[name, Math.max(partitions ?? 0, 1)]] : [],
    ),
  );

function memberFindings(
  mesh: CheckedMesh,
  partitions: ReadonlyMap<string, number>,
  member: MemberPlan,
): readonly Finding[] {
  // A manifest's topics exist already, with partitions that nobody here knows.
  if (subscriptionTypeOf(member) !== "FAILOVER" || member.origin !== undefined || lacksInputs(mesh, member)) return [];
  if (patternsOf(member).length > 0 || member.reads.some(({ name }) => !isKnown(name))) return [];
  const counts = member.reads.map(({ name }) => partitions.get(name) ?? Infinity);
  const most = counts.reduce((sum, count) => sum + count, 0);
  const { replicas, autoscaling } = member.spec;
  const path = argumentPath(
    member.path,
    ...(autoscaling === undefined ? ["replicas"] : ["autoscaling", "maxReplicas"]),
  );
  const stated = autoscaling === undefined ? replicas : autoscaling.maxReplicas;
  if (stated === undefined || !isKnown(stated) || counts.length === 0) return [];
  const places = mostPlaces(member);
  const instances = stated * places;
  if (instances <= most) return [];
  return [
    {
      path,
      message: `is ${stated}${places === 1 ? "" : ` in each of ${places} places`}, and the inputs have ${most} ${most === 1 ? "partition" : "partitions"} that are read in order: ${instances - most} would be idle`,
      help: `write at most ${Math.floor(most / places)}, or give the topics more \`partitions\``,
    },
  ];
}

/** In how many places at once its instances share the partitions of a topic: those that run against one Pulsar cluster. */
function mostPlaces({ places }: MemberPlan): number {
  const active = places.filter((place) => !place.standby && isServed(place));
  const shares = grouped(active.map((place) => [place.pulsarCluster, place]));
  return Math.max(1, ...[...shares.values()].map(({ length }) => length));
}
