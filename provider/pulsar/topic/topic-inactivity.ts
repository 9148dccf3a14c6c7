import { type AdminClient } from "../admin/client";
import { AdminError, unlessNotFound } from "../admin/error";
import { recordOf } from "../resource/decode";
import { expectKept } from "../resource/read-back";
import { isSwitchedOff } from "./topic-policies-off";
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
  try {
    const response = await unlessNotFound(admin.send({ method: "GET", path, purpose }));
    const value = recordOf(response?.json())["deleteWhileInactive"];
    return typeof value === "boolean" ? value : undefined;
  } catch (error) {
    if (isSwitchedOff(error)) return undefined;
    throw error;
  }
}

/** `true` gives the topic back to the broker's default. */
async function writeDeleteWhileInactive(admin: AdminClient, topic: PulsarTopic, value: boolean): Promise<void> {
  const path = topicPath(topic, "inactiveTopicPolicies");
  const purpose = `set deleteWhileInactive of topic ${topic.full}`;
  try {
    await admin.send(
      value ? { method: "DELETE", path, purpose } : { method: "POST", path, body: keptWhileInactive, purpose },
    );
  } catch (error) {
    if (!isSwitchedOff(error)) throw error;
    const help = "Set deleteWhileInactive to true on such a broker, and let the broker's own settings keep topics.";
    throw new AdminError({ ...error.facts, sentence: `${error.facts.sentence} ${help}` });
  }
}

/** Sets and reads back; a topic that says nothing leaves it to the broker. */
export async function keepDeleteWhileInactive(admin: AdminClient, topic: PulsarTopic, value: boolean): Promise<void> {
  if (!topic.persistent) return;
  await writeDeleteWhileInactive(admin, topic, value);
  await expectKept(`topic ${topic.full}`, async () => {
    const found = (await readDeleteWhileInactive(admin, topic)) ?? true;
    return found === value ? [] : ["deleteWhileInactive"];
  });
}
