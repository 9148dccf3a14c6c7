import { type AdminClient } from "../admin/client";
import { type ActualTopic } from "./topic-api";
import { type PulsarTopic } from "./topic-path";
import { topicStats } from "./topic-stats";

/** True for a topic without properties, messages, subscriptions and clients: nobody has done more than make it. */
export async function isUntouched(
  admin: AdminClient,
  topic: PulsarTopic,
  { partitions, stamp, properties }: ActualTopic,
): Promise<boolean> {
  // A topic with partitions is made together with its properties.
  if (!topic.persistent || partitions > 0 || stamp !== undefined || Object.keys(properties ?? {}).length > 0)
    return false;
  const stats = await topicStats(admin, topic);
  if (stats === undefined) return false;
  const { storageBytes, publishers, subscriptions } = stats;
  return storageBytes === 0 && publishers.length === 0 && Object.keys(subscriptions).length === 0;
}
