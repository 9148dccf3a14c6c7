import type { MemberPlan, SubscriptionPlan } from "./plan";

/**
 * Members may read by the same subscription, sharing its messages. One object at the broker is one resource, so only the
 * first of them owns it; the others wait for it like for any subscription on their topics.
 */
export function ownEachSubscriptionOnce(members: readonly MemberPlan[]): readonly MemberPlan[] {
  const owned = new Set<string>();
  const isFirst = ({ pulsarCluster, topic, subscription }: SubscriptionPlan): boolean => {
    const key = JSON.stringify([pulsarCluster, topic, subscription]);
    if (owned.has(key)) return false;
    owned.add(key);
    return true;
  };
  return members.map((member) => {
    const subscriptions = member.subscriptions.filter(isFirst);
    return subscriptions.length === member.subscriptions.length ? member : { ...member, subscriptions };
  });
}
