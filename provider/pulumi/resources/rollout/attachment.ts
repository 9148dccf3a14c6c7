import type { TopicStats } from "../../../pulsar/topic/topic-stats";

/** What a member's instances are seen by at the broker. */
export interface Attachment {
  /** `<tenant>/<namespace>/<name>`: the id that instances give their consumers and producers. */
  readonly instance: string;
  readonly subscription: string | undefined;
  readonly reads: readonly string[];
  readonly writes: string | undefined;
}

/** A topic that too few instances are attached to. */
export interface MissingAttachment {
  readonly topic: string;
  readonly attached: number;
}

/** The topics that `wanted` instances are not attached to yet, by their statistics. */
export function missingAttachments(
  attachment: Attachment,
  wanted: number,
  statistics: ReadonlyMap<string, TopicStats>,
): readonly MissingAttachment[] {
  const topics =
    attachment.reads.length > 0 ? attachment.reads : attachment.writes === undefined ? [] : [attachment.writes];
  return topics.flatMap((topic) => {
    const stats = statistics.get(topic);
    const clients = stats === undefined ? [] : clientsOf(stats, attachment);
    const instances = new Set(
      clients.flatMap(({ metadata }) =>
        metadata["id"] === attachment.instance ? [metadata["instance_id"] ?? "0"] : [],
      ),
    );
    return instances.size < wanted ? [{ topic, attached: instances.size }] : [];
  });
}

function clientsOf(stats: TopicStats, { subscription, reads }: Attachment) {
  if (reads.length === 0) return stats.publishers;
  return subscription === undefined ? [] : (stats.subscriptions[subscription]?.consumers ?? []);
}
