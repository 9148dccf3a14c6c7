import type { MemberPlan } from "../plan";
import { pulsarClustersOf } from "../pulsar-clusters-of";
import { subscriptionKey } from "../shared-subscriptions";

/**
 * Tells of which members other Pulsar clusters know how far they have read all of their topics. Of a subscription that members share only
 * one has the plan, so all of them are asked.
 */
export function followedMembers(members: readonly MemberPlan[]): (member: MemberPlan) => boolean {
  const plans = members.flatMap(({ subscriptions }) => subscriptions);
  const replicated = new Set(plans.filter((plan) => plan.replicated === true).map(subscriptionKey));
  if (replicated.size === 0) return () => false;
  return (member) => {
    const keys = subscriptionKeys(member);
    return keys.length > 0 && keys.every((key) => replicated.has(key));
  };
}

/** Every subscription that a member reads by, its own or another's. */
function subscriptionKeys(member: MemberPlan): readonly string[] {
  const { subscription, reads, found } = member;
  if (subscription === undefined) return [];
  const topics = [...reads, ...found].filter(({ persistent }) => persistent);
  return pulsarClustersOf(member).flatMap((pulsarCluster) =>
    topics.map(({ name }) => subscriptionKey({ pulsarCluster, topic: name, subscription })),
  );
}
