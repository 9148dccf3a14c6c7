import { type AdminClient } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { textRecordOf } from "./decode";
import { type PulsarTopic, topicPath } from "./topic-path";

/** The subscription's properties; `undefined` when the subscription, or its topic, does not exist. */
export async function subscriptionProperties(
  admin: AdminClient,
  topic: PulsarTopic,
  subscription: string,
): Promise<Readonly<Record<string, string>> | undefined> {
  const path = topicPath(topic, "subscription", subscription, "properties");
  const purpose = `read subscription ${subscription} of topic ${topic.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path, purpose }));
  return response === undefined ? undefined : textRecordOf(response.json());
}
