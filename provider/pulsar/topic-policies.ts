import { type AdminClient } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { recordOf } from "./decode";
import { type PulsarTopic, topicPath } from "./topic-path";

/**
 * The broker deletes a topic that nobody uses after a minute, with its messages, unless the topic says otherwise. Mode and
 * duration mean nothing then, but have to be sent.
 */
const keptWhileInactive = {
  inactiveTopicDeleteMode: "delete_when_no_subscriptions",
  maxInactiveDurationSeconds: 60,
  deleteWhileInactive: false,
};

/** Whether the topic itself lets the broker delete it; `undefined` where it says nothing and the broker's default holds. */
export async function readDeleteWhileInactive(admin: AdminClient, topic: PulsarTopic): Promise<boolean | undefined> {
  const path = topicPath(topic, "inactiveTopicPolicies");
  const purpose = `read deleteWhileInactive of topic ${topic.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path, purpose }));
  const value = recordOf(response?.json())["deleteWhileInactive"];
  return typeof value === "boolean" ? value : undefined;
}

/** `true` gives the topic back to the broker's default. */
export async function writeDeleteWhileInactive(admin: AdminClient, topic: PulsarTopic, value: boolean): Promise<void> {
  const path = topicPath(topic, "inactiveTopicPolicies");
  const purpose = `set deleteWhileInactive of topic ${topic.full}`;
  await admin.send(
    value ? { method: "DELETE", path, purpose } : { method: "POST", path, body: keptWhileInactive, purpose },
  );
}
