import { type AdminClient } from "../admin/client";
import { type TopicStats, topicStats } from "./topic-stats";
import { type PulsarTopic } from "./topic-path";

/** What deleting a topic would lose, in words; empty when nothing would be. */
export async function atRisk(admin: AdminClient, topic: PulsarTopic): Promise<readonly string[]> {
  const stats = topic.persistent ? await topicStats(admin, topic) : undefined;
  return stats === undefined ? [] : risksOf(stats);
}

/**
 * Messages that a subscription has not acknowledged; and where nobody has subscribed, whatever is stored, since then nobody
 * can have read it.
 */
export function risksOf(stats: TopicStats): readonly string[] {
  const subscriptions = Object.entries(stats.subscriptions);
  if (subscriptions.length === 0) {
    return stats.storageBytes > 0
      ? [`${stats.storageBytes} bytes of messages, and no subscription tells whether they were read`]
      : [];
  }
  return subscriptions
    .filter(([, { backlog }]) => backlog > 0)
    .map(([name, { backlog }]) => `${unreadText(backlog)} in subscription ${name}`);
}

export const unreadText = (backlog: number): string =>
  `${backlog} ${backlog === 1 ? "message" : "messages"} not acknowledged`;
