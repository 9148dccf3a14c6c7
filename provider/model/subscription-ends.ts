import type { OnDelete } from "./ownership";
import { partitionedTopic } from "./partition-names";
import type { MemberPlan } from "./plan";
import type { SubscriptionPlan, TopicPlan } from "./plan-pulsar";

/** A mesh made its topics and subscriptions for its members; when these go, what is left there has no reader any more. */
export const defaultTopicEnd: OnDelete = "force";

/** Subscriptions end as their topic does, but where their member says what becomes of its own. */
export function withSubscriptionEnds(
  members: readonly MemberPlan[],
  topics: readonly TopicPlan[],
): readonly MemberPlan[] {
  const ends = new Map(
    topics.flatMap(({ owned, name, spec: { onDelete } }) =>
      owned && onDelete !== undefined ? [[name, onDelete]] : [],
    ),
  );
  if (ends.size === 0) return members;
  const ended = (plan: SubscriptionPlan): SubscriptionPlan => ({
    ...plan,
    onDelete: ends.get(plan.topic) ?? ends.get(partitionedTopic(plan.topic) ?? "") ?? plan.onDelete,
  });
  return members.map((member) =>
    member.kind === "source" || member.spec.cleanupSubscription !== undefined
      ? member
      : { ...member, subscriptions: member.subscriptions.map(ended) },
  );
}

/** What is asked for by several who share a subscription: it is kept rather than lost. */
export const safestEnd = (ends: readonly OnDelete[]): OnDelete =>
  ends.includes("retain") ? "retain" : (ends.find((end) => end !== "force") ?? "force");
