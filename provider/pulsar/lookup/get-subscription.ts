import { checkFields } from "../resource/check";
import { type Fields } from "../resource/field";
import { subscriptionName } from "../resource/field-checks";
import { absent, type LookupFunction } from "./lookup-function";
import { capitalised, subscriptionOf } from "../subscription/subscription-name";
import { readSubscription } from "../subscription/subscription-state";
import { checkTopicName } from "../topic/topic-name-check";
import { type ConnectedClient, topicStats } from "../topic/topic-stats";

/** Looks up a subscription and what waits in it, and fails where there is none. */
export interface GetSubscriptionArgs {
  /**
   * Name of the topic: `persistent://tenant/namespace/topic`.
   * @example "persistent://retail/orders/clicks"
   */
  readonly topic: string;
  /**
   * Name of the subscription.
   * @example "billing"
   */
  readonly subscription: string;
}

/** A subscription as it is. Where it began is not known to the broker. */
export interface GetSubscriptionResult {
  /** The full name of the topic. */
  readonly topic: string;
  /** Name of the subscription. */
  readonly subscription: string;
  /** Its properties. */
  readonly properties: Readonly<Record<string, string>>;
  /** Whether where readers are is replicated to other Pulsar clusters; left out where partitions differ in it. */
  readonly replicated?: boolean;
  /** Messages (batches count once) that are not acknowledged, in all partitions. */
  readonly backlog: number;
  /** Who reads. */
  readonly consumers: readonly ConnectedClient[];
}

const fields = {
  topic: { required: true, check: checkTopicName },
  subscription: { required: true, check: subscriptionName },
} as const satisfies Fields<GetSubscriptionArgs>;

export const getSubscription: LookupFunction = {
  token: "function-mesh:pulsar:getSubscription",
  check: (inputs) => checkFields(fields, inputs).failures,
  async find(inputs, admin) {
    const name = subscriptionOf(inputs);
    const actual = await readSubscription(admin, name, true);
    const stats = actual === undefined ? undefined : await topicStats(admin, name.topic);
    const figures = stats?.subscriptions[name.subscription];
    if (actual === undefined || figures === undefined) throw absent(capitalised(name.text));
    const { properties, replicated } = actual;
    const found: GetSubscriptionResult = {
      topic: name.topic.full,
      subscription: name.subscription,
      properties,
      ...(replicated === undefined ? {} : { replicated }),
      ...figures,
    };
    return { ...found };
  },
};
