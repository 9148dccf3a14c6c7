import { distinctMembers } from "../distinct-members";
import type { MeshPlan } from "../plan";
import type { PlannedConfigFile } from "./plan-config-file";
import { type FileHome, sharedClusters } from "./shared-clusters";

/**
 * The components of all Kubernetes namespaces of a file as one mesh, for words and data: with what they read and write, and each by a
 * name of its own. Nothing is to be made of it.
 */
export function toldConfigFile(
  { plans, topics }: Pick<PlannedConfigFile, "plans" | "topics">,
  home: FileHome,
): MeshPlan | undefined {
  const plan = sharedClusters(distinctMembers(plans), home);
  return plan === undefined ? undefined : { ...plan, topics: eachOnce(topics) };
}

/** Components of several Kubernetes namespaces may use one topic. */
const eachOnce = (topics: PlannedConfigFile["topics"]): PlannedConfigFile["topics"] => [
  ...new Map(topics.map((topic) => [`${topic.pulsarCluster} ${topic.name}`, topic])).values(),
];
