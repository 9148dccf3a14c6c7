import { childName } from "../names";
import { grouped } from "../grouped";
import { isKnown } from "../unknown";
import type { MemberPlan } from "../plan";
import type { SubscriptionPlan, TopicPlan } from "../plan-pulsar";

/**
 * The subscriptions of members that want theirs replicated, in each Pulsar cluster of the mesh that the topic is replicated to. A broker
 * would make those of the other clusters too, with the first message that is acknowledged, and nobody would take them down again.
 */
export function replicateSubscriptions(
  members: readonly MemberPlan[],
  topics: readonly TopicPlan[],
): readonly MemberPlan[] {
  if (!members.some(wantsReplication)) return members;
  const clusters = grouped(
    topics.filter(({ replicated }) => replicated).map(({ name, pulsarCluster }) => [name, pulsarCluster] as const),
  );
  return members.map((member) =>
    wantsReplication(member)
      ? { ...member, subscriptions: member.subscriptions.flatMap((plan) => inEachCluster(member, plan, clusters)) }
      : member,
  );
}

/** True for a member that wants its subscriptions replicated. */
export const wantsReplication = (member: MemberPlan): boolean =>
  member.kind !== "source" && member.spec.replicateSubscriptionState === true;

function inEachCluster(
  { subscriptions }: MemberPlan,
  plan: SubscriptionPlan,
  clusters: ReadonlyMap<string, readonly string[]>,
): readonly SubscriptionPlan[] {
  // Where a topic is that another resource computes is not known here.
  if (!isKnown(plan.topic)) return [{ ...plan, replicated: true }];
  const keys = clusters.get(plan.topic) ?? [];
  if (!keys.includes(plan.pulsarCluster)) return [plan];
  const replicated = { ...plan, replicated: true as const };
  const ofTopic = subscriptions.filter(({ topic }) => topic === plan.topic);
  // Where the member runs in several clusters, the first one has the others along.
  if (ofTopic[0] !== plan) return [replicated];
  const others = keys.filter((key) => !ofTopic.some(({ pulsarCluster }) => pulsarCluster === key));
  return [
    replicated,
    ...others.map((key) => ({ ...replicated, childName: childName(plan.childName, key), pulsarCluster: key })),
  ];
}
