import { argumentPath } from "./argument-path";
import type { MemberPlan, TopicUse } from "./plan";
import { isKnown } from "./unknown";
import { writtenTopics } from "./written-topics";

/** Every topic that messages of a member may come to: what it states, and what Pulsar's clients choose for it. */
export const fedTopics = (member: MemberPlan): readonly TopicUse[] => [
  ...writtenTopics(member),
  ...chosenDeadLetterTopics(member, [...member.reads, ...member.found]),
];

/**
 * Where no dead-letter topic is stated beside a subscription, clients call one after each topic and the subscription (Java's
 * ConsumerImpl in 4.0). It is not the mesh's, and members may read it all the same.
 */
export function chosenDeadLetterTopics(
  member: MemberPlan,
  reads: readonly Pick<TopicUse, "name" | "persistent">[],
): readonly TopicUse[] {
  if (member.kind === "source" || member.subscription === undefined || member.deadLetterTopic !== undefined) return [];
  const { maxMessageRetry } = member.spec;
  if (maxMessageRetry === undefined || !isKnown(maxMessageRetry) || maxMessageRetry <= 0) return [];
  if (!isKnown(member.subscription)) return [];
  const path = argumentPath(member.path, "maxMessageRetry");
  return reads
    .filter(({ name, persistent }) => persistent && isKnown(name))
    .map(({ name }) => `${name}-${member.subscription}-DLQ`)
    .map((name) => ({ name, text: name, persistent: true, path }));
}
