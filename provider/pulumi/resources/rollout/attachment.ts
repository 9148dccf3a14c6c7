import type { TopicStats } from "../../../pulsar/topic/topic-stats";
import { type CountedInstances, countInstances, type Workload } from "./own-instances";

/** Where a member's instances are seen at the broker. */
export interface Attachment {
  readonly subscription: string | undefined;
  readonly reads: readonly string[];
  readonly writes: string | undefined;
}

/** A topic that too few instances are attached to. */
export interface MissingAttachment extends CountedInstances {
  readonly topic: string;
}

/** Instances that are waited for. */
export interface WantedInstances extends Workload {
  /** Their number. */
  readonly wanted: number;
}

/** The topics that the instances are not attached to yet, by their statistics. */
export function missingAttachments(
  attachment: Attachment,
  instances: WantedInstances,
  statistics: ReadonlyMap<string, TopicStats>,
): readonly MissingAttachment[] {
  const topics =
    attachment.reads.length > 0 ? attachment.reads : attachment.writes === undefined ? [] : [attachment.writes];
  return topics.flatMap((topic) => {
    const stats = statistics.get(topic);
    const counted =
      stats === undefined
        ? { attached: 0, others: 0 }
        : countInstances(clientsOf(stats, attachment), stats.connectedAt, instances);
    return counted.attached < instances.wanted ? [{ topic, ...counted }] : [];
  });
}

function clientsOf(stats: TopicStats, { subscription, reads }: Attachment) {
  if (reads.length === 0) return stats.publishers;
  return subscription === undefined ? [] : (stats.subscriptions[subscription]?.consumers ?? []);
}
