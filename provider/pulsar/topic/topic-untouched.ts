import { type AdminClient } from "../admin/client";
import { type ActualTopic } from "./topic-api";
import { type PulsarTopic } from "./topic-path";
import { topicStats } from "./topic-stats";

/**
 * True for a topic without properties, messages, subscriptions and clients: nobody has done more than make it. That may have been a
 * broker: one that died before it wrote properties, or one of another cluster, from which the namespace is replicated.
 */
export async function isUntouched(
  admin: AdminClient,
  topic: PulsarTopic,
  { stamp, properties }: ActualTopic,
): Promise<boolean> {
  if (!topic.persistent || stamp !== undefined || Object.keys(properties ?? {}).length > 0) return false;
  const stats = await topicStats(admin, topic);
  if (stats === undefined) return false;
  const { storageBytes, publishers, subscriptions } = stats;
  return storageBytes === 0 && publishers.length === 0 && Object.keys(subscriptions).length === 0;
}
