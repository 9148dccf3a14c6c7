import { childName } from "./names";
import { patternsOf } from "./patterns-of";
import type { InputUse, MemberPlan, TopicUse } from "./plan";
import type { SubscriptionPlan, TopicPlan } from "./plan-pulsar";
import { pulsarClustersOf } from "./pulsar-clusters-of";
import { topicFinder } from "./topic-finder";
import { topicLabel } from "./topic-label";
import type { PulsarHome } from "./topic-name";

/**
 * Finds the mesh's topics that members read by patterns, and gives these members subscriptions on them: their
 * instances find a topic only some time after it came to be, and must not miss what was sent till then. A topic that was read by
 * its name until now keeps the subscription it has.
 */
export function findTopics(
  members: readonly MemberPlan[],
  topics: readonly TopicPlan[],
  meshHome: PulsarHome,
): readonly MemberPlan[] {
  if (!members.some((member) => patternsOf(member).length > 0)) return members;
  const matching = topicFinder(topics);
  return members.map((member) => {
    const found = patternsOf(member).flatMap((use) => matching(use).map((topic): FoundTopic => ({ topic, use })));
    return found.length === 0 ? member : withFound(member, found, meshHome);
  });
}

interface FoundTopic {
  readonly topic: TopicPlan;
  readonly use: InputUse;
}

function withFound(member: MemberPlan, matches: readonly FoundTopic[], meshHome: PulsarHome): MemberPlan {
  const pulsarClusters = pulsarClustersOf(member);
  const named = new Set(member.reads.map(({ name }) => name));
  const found = new Map<string, TopicUse>();
  const subscriptions = new Map<string, SubscriptionPlan>();
  for (const { topic, use } of matches) {
    const { name, pulsarCluster } = topic;
    const index = pulsarClusters.indexOf(pulsarCluster);
    if (index < 0 || named.has(name)) continue;
    // What is found by a pattern that is written out is found whatever others come to be.
    if (use.computed !== true || !found.has(name)) found.set(name, foundUse(topic, use));
    if (member.kind === "source" || member.subscription === undefined) continue;
    const label = topicLabel(name, meshHome);
    subscriptions.set(`${pulsarCluster} ${name}`, {
      childName: childName(member.childName, label, index === 0 ? "" : pulsarCluster),
      pulsarCluster,
      topic: name,
      subscription: member.subscription,
      position: member.spec.subscriptionPosition ?? "earliest",
      onDelete: isKept(member.spec, topic) ? "retain" : "force",
    });
  }
  return {
    ...member,
    found: [...found.values()],
    subscriptions: [...member.subscriptions, ...subscriptions.values()],
  };
}

const foundUse = ({ name, persistent }: TopicPlan, { path, computed }: InputUse): TopicUse => ({
  name,
  text: name,
  persistent,
  path,
  ...(computed === true ? { computed } : {}),
});

/** On a topic of others, a name of the user's choice may be read by others as well. */
const isKept = ({ cleanupSubscription, subscriptionName }: ReaderWishes, { owned }: TopicPlan): boolean =>
  cleanupSubscription === false || (!owned && cleanupSubscription !== true && (subscriptionName ?? "") !== "");

interface ReaderWishes {
  readonly cleanupSubscription?: boolean;
  readonly subscriptionName?: string;
}
