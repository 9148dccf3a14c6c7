import { distinctMembers } from "../distinct-members";
import type { KubernetesClusterPlan, MemberPlan, MeshPlan } from "../plan";
import type { TopicPlan } from "../plan-pulsar";
import { cleanupOf } from "./cleanups-of";
import type { PlannedConfigFile } from "./plan-config-file";
import { type FileHome, sharedClusters } from "./shared-clusters";

type ToldFile = Pick<PlannedConfigFile, "wholePlans" | "cleanups">;

/**
 * The components of all Kubernetes namespaces of a file as one mesh, for words and data: with what they read and write, and each by a
 * name of its own. Nothing is to be made of it.
 */
export function toldConfigFile(file: ToldFile, home: FileHome): MeshPlan | undefined {
  const plan = sharedClusters(distinctMembers(file.wholePlans), home);
  if (plan === undefined) return undefined;
  return {
    ...plan,
    kubernetesClusters: plan.kubernetesClusters.map(withoutNamespace),
    topics: eachOnce(file.wholePlans.flatMap(({ topics }) => topics)),
    members: plan.members.map((member) => withKeptSubscriptions(file, member)),
  };
}

/** Each component has its own Kubernetes namespace. Which of them the cluster is planned with says nothing of any. */
const withoutNamespace = (cluster: KubernetesClusterPlan): KubernetesClusterPlan => ({
  ...cluster,
  kubernetesNamespace: "",
});

/** A clean-up deletes the subscriptions of a component, where its manifest asks for that and nothing there forbids it. */
function withKeptSubscriptions(file: ToldFile, member: MemberPlan): MemberPlan {
  if (cleanupOf(file, member)?.enabled === true) return member;
  return { ...member, subscriptions: member.subscriptions.map((plan) => ({ ...plan, onDelete: "retain" as const })) };
}

/** Components of several Kubernetes namespaces may use one topic. */
const eachOnce = (topics: readonly TopicPlan[]): readonly TopicPlan[] => [
  ...new Map(topics.map((topic) => [`${topic.pulsarCluster} ${topic.name}`, topic])).values(),
];
