import { argumentPath } from "../argument-path";
import { patternsOf } from "../patterns-of";
import type { MemberPlan } from "../plan";
import { subscriptionTypeOf } from "../subscription-type";
import { isKnown } from "../unknown";
import type { CheckedMesh, Finding, Rule } from "./rule";

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
    return mesh.plan.members.flatMap((member) => memberFindings(partitions, member));
  },
};

/** Of each topic whose number of partitions is known; a topic without partitions is read like one with a single one. */
const partitionCounts = ({ plan }: CheckedMesh): ReadonlyMap<string, number> =>
  new Map(
    plan.topics.flatMap(({ name, owned, spec: { partitions } }) =>
      isKnown(partitions) && (partitions !== undefined || owned) ? [[name, Math.max(partitions ?? 0, 1)]] : [],
    ),
  );

function memberFindings(partitions: ReadonlyMap<string, number>, member: MemberPlan): readonly Finding[] {
  // A manifest's topics exist already, with partitions that nobody here knows.
  if (subscriptionTypeOf(member) !== "FAILOVER" || member.origin !== undefined) return [];
  if (patternsOf(member).length > 0 || member.reads.some(({ name }) => !isKnown(name))) return [];
  const counts = member.reads.map(({ name }) => partitions.get(name) ?? Infinity);
  const most = counts.reduce((sum, count) => sum + count, 0);
  const { replicas, autoscaling } = member.spec;
  const path = argumentPath(
    member.path,
    ...(autoscaling === undefined ? ["replicas"] : ["autoscaling", "maxReplicas"]),
  );
  const instances = autoscaling === undefined ? replicas : autoscaling.maxReplicas;
  if (instances === undefined || !isKnown(instances) || instances <= most || counts.length === 0) return [];
  return [
    {
      path,
      message: `is ${instances}, and the inputs have ${most} ${most === 1 ? "partition" : "partitions"} that are read in order: ${instances - most} would be idle`,
      help: `write at most ${most}, or give the topics more \`partitions\``,
    },
  ];
}
