import { type AdminClient } from "../admin/client";
import { type PulsarTopic } from "./topic-path";
import { type TopicStats } from "./topic-stats";

/**
 * Topics whose messages somebody had read when its subscription was deleted in this run, and how many had been written till then.
 * With the subscription the broker forgets that they were read.
 */
const runs = new WeakMap<AdminClient, Map<string, number>>();

export function noteRead(admin: AdminClient, { full }: PulsarTopic, { messagesIn }: TopicStats): void {
  const topics = runs.get(admin) ?? new Map<string, number>();
  runs.set(admin, topics.set(full, messagesIn));
}

/** True when nothing was written since then. A topic that the broker loaded anew counts from 0, and is not taken for read. */
export const isRead = (admin: AdminClient, { full }: PulsarTopic, { messagesIn }: TopicStats): boolean =>
  runs.get(admin)?.get(full) === messagesIn;
