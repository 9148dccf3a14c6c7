import { requiredText } from "../resource/decode";
import { idPart, textOfIdPart } from "../resource/id-part";
import { type Properties } from "../resource/resource";
import { subscriptionPath } from "./subscription-path";
import { type PulsarTopic, topicOf } from "../topic/topic-path";

/** A subscription of a topic, with words for messages. */
export interface SubscriptionName {
  readonly topic: PulsarTopic;
  readonly subscription: string;
  readonly text: string;
}

const named = (topic: PulsarTopic, subscription: string): SubscriptionName => ({
  topic,
  subscription,
  text: `subscription ${subscription} of topic ${topic.full}`,
});

export const subscriptionOf = (inputs: Properties): SubscriptionName =>
  named(topicOf(requiredText(inputs, "topic")), requiredText(inputs, "subscription"));

export const subscriptionId = ({ topic, subscription }: SubscriptionName): string =>
  `${idPart(topic.full)}#${subscription}`;

export function parseSubscriptionId(id: string): SubscriptionName {
  const [, topic, subscription] = /^([^#]+)#(.+)$/.exec(id) ?? [];
  if (topic === undefined || subscription === undefined) {
    throw new Error(`${JSON.stringify(id)} is not an id of a subscription: write <full topic name>#<subscription>.`);
  }
  return named(topicOf(textOfIdPart(topic)), subscription);
}

export const pathOf = ({ topic, subscription }: SubscriptionName, ...rest: readonly string[]): string =>
  subscriptionPath(topic, subscription, ...rest);

/** At the beginning of a sentence. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
