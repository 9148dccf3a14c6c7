import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { textRecordOf } from "../resource/decode";
import { subscriptionPath } from "./subscription-path";
import { type PulsarTopic } from "../topic/topic-path";

export type SubscriptionProperties = Readonly<Record<string, string>>;

/** The subscription's properties; `undefined` when the subscription, or its topic, does not exist. */
export async function subscriptionProperties(
  admin: AdminClient,
  topic: PulsarTopic,
  subscription: string,
): Promise<SubscriptionProperties | undefined> {
  const path = subscriptionPath(topic, subscription, "properties");
  const purpose = `read subscription ${subscription} of topic ${topic.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path, purpose }));
  return response === undefined ? undefined : textRecordOf(response.json());
}

export interface NamedSubscription {
  readonly topic: PulsarTopic;
  readonly subscription: string;
}

/** Properties as they are to be; `undefined` when they are so already. */
export type PropertiesChange = (properties: SubscriptionProperties) => SubscriptionProperties | undefined;

const mostWrites = 3;

/**
 * Changes properties of a subscription that is there. A write replaces all of them, so that one of another process at the same
 * moment can be lost: what was written is read again, and written again where it is gone.
 */
export function changeProperties(
  admin: AdminClient,
  { topic, subscription }: NamedSubscription,
  change: PropertiesChange,
): Promise<void> {
  return admin.serially(`properties of ${subscription} on ${topic.full}`, async () => {
    for (let writes = 0; writes < mostWrites; writes++) {
      const properties = await subscriptionProperties(admin, topic, subscription);
      const body = properties === undefined ? undefined : change(properties);
      if (body === undefined) return;
      const path = subscriptionPath(topic, subscription, "properties");
      const purpose = `mark subscription ${subscription} of topic ${topic.full}`;
      await unlessNotFound(admin.send({ method: "PUT", path, body, purpose }));
    }
  });
}
