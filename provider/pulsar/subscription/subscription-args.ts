import { type SubscriptionPosition } from "../../model/reader";
import { checkFields } from "../resource/check";
import { type Fields } from "../resource/field";
import { all, matching, oneOf, subscriptionName, textProperties, trueOrFalse } from "../resource/field-checks";
import { type OwnershipArgs, type StampedOutputs } from "../resource/ownership";
import { ownershipFields } from "../resource/ownership-fields";
import { recordOf } from "../resource/decode";
import { type CheckFailure, type CheckResult, type Properties } from "../resource/resource";
import { type Show } from "../resource/show";
import { parseMessageId, parseTime } from "./subscription-start";
import { normalTopic, parseTopic } from "../topic/topic-path";

/**
 * A durable subscription of a persistent topic: from its creation on, no message is missed. Its id, and what an import takes,
 * is `<full topic name>#<subscription>`, with `%25` and `%23` for `%` and `#` in the topic's name.
 *
 * Deleting it waits for its readers to disconnect. One with messages that are not acknowledged is not deleted, unless `onDelete` is
 * `force`: with it goes what is unread.
 */
export interface SubscriptionArgs extends OwnershipArgs {
  /**
   * Name of the topic, which has to exist: `persistent://tenant/namespace/topic`.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
  /**
   * Name of the subscription.
   * @example "billing"
   * @replace
   */
  readonly subscription: string;
  /**
   * Where the subscription starts when it is made. The broker knows only where readers are now, so that neither a refresh nor an
   * import tells it, and a later change moves nothing unless `resetToken` changes as well.
   * @default "earliest", unless `positionMessageId` or `positionTime` is stated
   * @example "latest"
   */
  readonly position?: SubscriptionPosition;
  /**
   * In place of `position`: the message that is read first, as `<ledger>:<entry>`; where it is gone, the next one. Not for topics with
   * partitions, each of which has messages of its own.
   * @default none
   * @example "12:0"
   */
  readonly positionMessageId?: string;
  /**
   * In place of `position`: the time from which on messages are read, as they were published.
   * @default none
   * @example "2026-03-01T08:00:00Z"
   */
  readonly positionTime?: string;
  /**
   * A new text moves the subscription, in the same update, back or forth to where `position`, `positionMessageId` or `positionTime`
   * say: messages are read again, or never. Its readers are disconnected for a moment. Nothing else ever moves it.
   * @default none
   * @example "replay after the fix"
   */
  readonly resetToken?: string;
  /**
   * Properties of the subscription. Properties that others set stay.
   * @default none
   * @example { "team": "billing" }
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Replicate where readers are to the other Pulsar clusters of the topic.
   * @default not managed
   * @example true
   */
  readonly replicated?: boolean;
}

/** What a subscription gives back besides its arguments. */
export type SubscriptionOutputs = StampedOutputs;

/** Properties that begin so are the provider's marks. */
export const ownPrefix = "function-mesh.";

function checkTopic(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const topic = typeof value === "string" ? parseTopic(value) : undefined;
  if (topic === undefined) {
    return [
      { property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` },
    ];
  }
  const reason = `${show(value)} keeps no messages, so it can have no durable subscription: write a persistent topic.`;
  return topic.persistent ? [] : [{ property: path, reason }];
}

const notOurs = (value: unknown, path: string, show: Show): readonly CheckFailure[] =>
  Object.keys(recordOf(value))
    .filter((key) => key.startsWith(ownPrefix))
    .map((key) => ({ property: path, reason: `${show(key)} is one of the provider's own marks: leave it out.` }));

const parsedBy =
  (parse: (text: string) => unknown, help: string) =>
  (value: unknown, path: string, show: Show): readonly CheckFailure[] =>
    typeof value === "string" && parse(value) !== undefined
      ? []
      : [{ property: path, reason: `${show(value)} is not ${help}.` }];

export const subscriptionFields = {
  topic: { required: true, replace: true, check: checkTopic, normal: normalTopic },
  subscription: { required: true, replace: true, check: subscriptionName },
  position: { default: "earliest", check: oneOf("earliest", "latest") },
  positionMessageId: { check: parsedBy(parseMessageId, 'a message id like "12:0"') },
  positionTime: {
    check: parsedBy(parseTime, 'a time like "2026-03-01T08:00:00Z"'),
    normal: (value) => (typeof value === "string" ? (parseTime(value) ?? value) : value),
  },
  resetToken: { check: matching(/./s, "is empty; leave it out instead.") },
  properties: { check: all(textProperties, notOurs) },
  replicated: { check: trueOrFalse },
  ...ownershipFields,
} as const satisfies Fields<SubscriptionArgs>;

const starts = ["position", "positionMessageId", "positionTime"] as const;

export function checkSubscription(inputs: Properties, secrets?: ReadonlySet<string>): CheckResult {
  const { inputs: complete, failures } = checkFields(subscriptionFields, inputs, secrets);
  const [first, ...others] = starts.filter((name) => (inputs[name] ?? undefined) !== undefined);
  const isElsewhere = first !== undefined && first !== "position";
  return {
    inputs: isElsewhere
      ? Object.fromEntries(
          Object.entries(complete).filter(([name]) => name !== "position" || others.includes("position")),
        )
      : complete,
    failures: [
      ...failures,
      ...others.map((property) => ({
        property,
        reason: `${first} says where to start already: leave one of them out.`,
      })),
    ],
  };
}
