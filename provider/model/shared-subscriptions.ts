import type { MemberPlan, SubscriptionPlan } from "./plan";

/**
 * Members may read by the same subscription, sharing its messages. One object at the broker is one resource, so only the
 * first of them owns it; the others wait for it like for any subscription on their topics. It is kept if one of them asks for that.
 */
export function ownEachSubscriptionOnce(members: readonly MemberPlan[]): readonly MemberPlan[] {
  const owned = new Set<string>();
  const kept = new Set(members.flatMap(({ subscriptions }) => subscriptions.filter(({ isKept }) => isKept).map(keyOf)));
  const once = (plan: SubscriptionPlan): readonly SubscriptionPlan[] => {
    const key = keyOf(plan);
    if (owned.has(key)) return [];
    owned.add(key);
    return [kept.has(key) ? { ...plan, isKept: true } : plan];
  };
  return members.map((member) => {
    const subscriptions = member.subscriptions.flatMap(once);
    const isSame = subscriptions.every((plan, index) => plan === member.subscriptions[index]);
    return isSame && subscriptions.length === member.subscriptions.length ? member : { ...member, subscriptions };
  });
}

const keyOf = ({ pulsarCluster, topic, subscription }: SubscriptionPlan): string =>
  JSON.stringify([pulsarCluster, topic, subscription]);
