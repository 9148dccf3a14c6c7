import { cancellable } from "../admin/client";
import { stampKey } from "../resource/ownership";
import { type OperationContext } from "../resource/resource";
import {
  changeProperties,
  type NamedSubscription,
  type SubscriptionProperties,
} from "../subscription/subscription-properties";

/** Who reads subscriptions that instances made: a member, by its clean-up. */
export interface Reader {
  /** The mark it sets, and those that it set under earlier names. */
  readonly stamps: readonly [string, ...string[]];
  /** Tells it from one of the same name that takes its place; `undefined` where only the name matters. */
  readonly token: string | undefined;
}

/** Properties of subscriptions by which readers are known: one each, since several members may share a subscription. */
const prefix = "function-mesh.reader.";
const anyToken = "1";

/** Marks a subscription, where it is there, as one that the reader needs. */
export const markReader = (target: NamedSubscription, reader: Reader, context: OperationContext): Promise<void> =>
  changeProperties(cancellable(context.admin, context.signal), target, (properties) => {
    const key = prefix + reader.stamps[0];
    const isMarked = reader.token === undefined ? properties[key] !== undefined : properties[key] === reader.token;
    return isMarked ? undefined : { ...properties, [key]: reader.token ?? anyToken };
  });

/** Takes the reader's mark away. */
export const unmarkReader = (target: NamedSubscription, reader: Reader, context: OperationContext): Promise<void> =>
  changeProperties(cancellable(context.admin, context.signal), target, (properties) => withoutMark(reader, properties));

/** Whose a subscription is, beside the reader that asks. */
export type Holder = "resource" | "reader" | "nobody";

/**
 * Takes the reader's mark away where somebody else holds the subscription. Decided and done at once: of two that go at the same
 * time the second one finds itself alone.
 */
export async function yieldToOthers(
  target: NamedSubscription,
  reader: Reader,
  context: OperationContext,
): Promise<Holder> {
  let holder: Holder | undefined;
  await changeProperties(cancellable(context.admin, context.signal), target, (properties) => {
    const found = holderOf(reader, properties);
    holder ??= found;
    return found === "nobody" ? undefined : withoutMark(reader, properties);
  });
  return holder ?? "nobody";
}

/** The same for a resource of its own: true where a reader has marked the subscription, which then loses the resource's mark. */
export async function yieldToReaders(
  target: NamedSubscription,
  isOwn: (stamp: string) => boolean,
  context: OperationContext,
): Promise<boolean> {
  let isRead: boolean | undefined;
  await changeProperties(cancellable(context.admin, context.signal), target, (properties) => {
    isRead ??= Object.keys(properties).some((key) => key.startsWith(prefix));
    return isRead ? withoutStamp(properties, isOwn) : undefined;
  });
  return isRead === true;
}

/** Takes the mark of a resource of its own away, so that nobody takes it for one any more. */
export const unstamp = (
  target: NamedSubscription,
  isOwn: (stamp: string) => boolean,
  context: OperationContext,
): Promise<void> =>
  changeProperties(cancellable(context.admin, context.signal), target, (properties) => withoutStamp(properties, isOwn));

function withoutStamp(
  { [stampKey]: stamp, ...others }: SubscriptionProperties,
  isOwn: (stamp: string) => boolean,
): SubscriptionProperties | undefined {
  return stamp !== undefined && isOwn(stamp) ? others : undefined;
}

function withoutMark(reader: Reader, properties: SubscriptionProperties): SubscriptionProperties | undefined {
  const kept = Object.entries(properties).filter(([key, token]) => !isMarkOf(reader, key, token));
  return kept.length === Object.keys(properties).length ? undefined : Object.fromEntries(kept);
}

/** A reader comes before a resource, which goes by what readers say. */
function holderOf(reader: Reader, properties: SubscriptionProperties): Holder {
  const isRead = Object.entries(properties).some(
    ([key, token]) => key.startsWith(prefix) && !isMarkOf(reader, key, token),
  );
  if (isRead) return "reader";
  return properties[stampKey] === undefined ? "nobody" : "resource";
}

export const hasMarkOf = (reader: Reader, properties: SubscriptionProperties): boolean =>
  Object.entries(properties).some(([key, token]) => isMarkOf(reader, key, token));

const isMarkOf = ({ stamps, token: own }: Reader, key: string, token: string): boolean =>
  stamps.some((stamp) => key === prefix + stamp) && (own === undefined || token === own || token === anyToken);
