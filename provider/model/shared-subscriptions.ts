import type { MemberPlan, SubscriptionPlan } from "./plan";

/**
 * Members may read by the same subscription, sharing its messages. One object at the broker is one resource, so only the
 * first of them owns it; the others wait for it like for any subscription on their topics. It is kept if one of them asks for that, and
 * replicated likewise.
 */
export function ownEachSubscriptionOnce(members: readonly MemberPlan[]): readonly MemberPlan[] {
  const owned = new Set<string>();
  const wished = (wish: "isKept" | "replicated"): ReadonlySet<string> =>
    new Set(members.flatMap(({ subscriptions }) => subscriptions.filter((plan) => plan[wish]).map(subscriptionKey)));
  const kept = wished("isKept");
  const replicated = wished("replicated");
  const once = (plan: SubscriptionPlan): readonly SubscriptionPlan[] => {
    const key = subscriptionKey(plan);
    if (owned.has(key)) return [];
    owned.add(key);
    if (!kept.has(key) && !replicated.has(key)) return [plan];
    const wishes = {
      ...(kept.has(key) ? { isKept: true as const } : {}),
      ...(replicated.has(key) ? { replicated: true as const } : {}),
    };
    return [{ ...plan, ...wishes }];
  };
  return members.map((member) => {
    const subscriptions = member.subscriptions.flatMap(once);
    const isSame = subscriptions.every((plan, index) => plan === member.subscriptions[index]);
    return isSame && subscriptions.length === member.subscriptions.length ? member : { ...member, subscriptions };
  });
}

type SubscriptionIdentity = Pick<SubscriptionPlan, "pulsarCluster" | "topic" | "subscription">;

/** The same for what is one object at the broker. */
export const subscriptionKey = ({ pulsarCluster, topic, subscription }: SubscriptionIdentity): string =>
  JSON.stringify([pulsarCluster, topic, subscription]);
