import type { TopicName } from "../../model/topic-name";
import { topicPath } from "../topic/topic-path";

/**
 * The path of a topic's subscription. The broker decodes the name of a subscription twice: after once encoded `a+b` it would look for
 * `a b`, while instances read by `a+b`. Names without these two signs are the same after a second time.
 */
export const subscriptionPath = (topic: TopicName, subscription: string, ...rest: readonly string[]): string =>
  topicPath(
    topic,
    "subscription",
    /[%+]/.test(subscription) ? encodeURIComponent(subscription) : subscription,
    ...rest,
  );
