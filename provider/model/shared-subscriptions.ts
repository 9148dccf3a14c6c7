import { grouped } from "./grouped";
import type { MemberPlan } from "./plan";
import type { SubscriptionPlan } from "./plan-pulsar";
import { safestEnd } from "./subscription-ends";

/**
 * Members may read by the same subscription, sharing its messages. One object at the broker is one resource, so only the
 * first of them owns it; the others wait for it like for any subscription on their topics. It is kept if one of them asks for that, and
 * replicated likewise.
 */
export function ownEachSubscriptionOnce(members: readonly MemberPlan[]): readonly MemberPlan[] {
  const shared = grouped(
    members.flatMap(({ subscriptions }) => subscriptions.map((plan) => [subscriptionKey(plan), plan])),
  );
  const owned = new Set<string>();
  const once = (plan: SubscriptionPlan): readonly SubscriptionPlan[] => {
    const key = subscriptionKey(plan);
    if (owned.has(key)) return [];
    owned.add(key);
    const plans = shared.get(key) ?? [plan];
    return [plans.length === 1 ? plan : { ...plan, ...wishesOf(plans) }];
  };
  return members.map((member) => {
    const subscriptions = member.subscriptions.flatMap(once);
    const isSame = subscriptions.every((plan, index) => plan === member.subscriptions[index]);
    return isSame && subscriptions.length === member.subscriptions.length ? member : { ...member, subscriptions };
  });
}

const wishesOf = (plans: readonly SubscriptionPlan[]): Pick<SubscriptionPlan, "onDelete" | "replicated"> => ({
  onDelete: safestEnd(plans.map(({ onDelete }) => onDelete)),
  ...(plans.some(({ replicated }) => replicated === true) ? { replicated: true } : {}),
});

type SubscriptionIdentity = Pick<SubscriptionPlan, "pulsarCluster" | "topic" | "subscription">;

/** The same for what is one object at the broker. */
export const subscriptionKey = ({ pulsarCluster, topic, subscription }: SubscriptionIdentity): string =>
  JSON.stringify([pulsarCluster, topic, subscription]);
