import { setTimeout as sleep } from "node:timers/promises";
import { cancellable } from "./admin/client";
import { isInUse, isNotFound } from "./admin/error";
import { deleteWaitMs, listed } from "./deletion";
import { listSubscriptions } from "./lookup";
import { stampKey } from "./ownership";
import { type OperationContext, type Properties } from "./resource";
import { subscriptionProperties } from "./subscription-properties";
import { type PulsarTopic, topicPath } from "./topic-path";
import { clientText, type ConnectedClient, topicStats } from "./topic-stats";

/** A subscription that nobody marked as its own. */
export interface Unsubscribed {
  readonly topic: PulsarTopic;
  readonly subscription: string;
  /** `<tenant>/<namespace>/<name>`: the id by which the member's own instances are known at the broker. */
  readonly instance: string | undefined;
}

const firstDelayMs = 250;
const largestDelayMs = 3_000;

/**
 * Deletes a subscription, with what waits in it, once the member's own instances have ended. One that is a resource of its own,
 * or that somebody else reads, is left: its messages are still wanted.
 */
export async function unsubscribe(target: Unsubscribed, inputs: Properties, context: OperationContext): Promise<void> {
  const { topic, subscription } = target;
  const admin = cancellable(context.admin, context.signal);
  const text = `subscription ${subscription} of topic ${topic.full}`;
  const deadline = Date.now() + deleteWaitMs(inputs, context);
  for (let delay = firstDelayMs; ; delay = Math.min(delay * 2, largestDelayMs)) {
    if (!((await listSubscriptions(admin, topic)) ?? []).includes(subscription)) return;
    if ((await subscriptionProperties(admin, topic, subscription))?.[stampKey] !== undefined) {
      context.log("info", `The ${text} belongs to a resource of its own and is left.`);
      return;
    }
    const readers = (await topicStats(admin, topic))?.subscriptions[subscription]?.consumers ?? [];
    if (readers.length === 0 && (await isDeleted(target, text, context))) return;
    const isLate = Date.now() + delay > deadline;
    if (isLeft({ readers, isLate, text }, target, context)) return;
    await sleep(delay, undefined, { signal: context.signal }).catch(() => {
      throw new Error(`The ${text} was still in use when deleting was cancelled.`);
    });
  }
}

async function isDeleted(target: Unsubscribed, text: string, context: OperationContext): Promise<boolean> {
  const path = topicPath(target.topic, "subscription", target.subscription);
  try {
    await cancellable(context.admin, context.signal).send({ method: "DELETE", path, purpose: `delete ${text}` });
    return true;
  } catch (error) {
    if (isNotFound(error)) return true;
    if (isInUse(error)) return false;
    throw error;
  }
}

interface Found {
  readonly readers: readonly ConnectedClient[];
  readonly isLate: boolean;
  readonly text: string;
}

/**
 * True when the subscription is left to whoever reads it. Who says to be somebody else stays; the member's own instances are
 * about to end, and so may be those who say nothing of themselves, as other instance programs do.
 */
function isLeft({ readers, isLate, text }: Found, { instance }: Unsubscribed, context: OperationContext): boolean {
  const isOwn = ({ metadata }: ConnectedClient) => metadata["id"] !== undefined && metadata["id"] === instance;
  const isOther = (reader: ConnectedClient) => reader.metadata["id"] !== undefined && !isOwn(reader);
  if (!isLate && !readers.some(isOther)) return false;
  const who = listed(readers.map((reader) => clientText("consumer", reader)));
  if (readers.some(isOwn) && !readers.some(isOther)) {
    throw new Error(`Could not delete the ${text}: the member's instances still read it. In use by ${who}. Stop them.`);
  }
  const stated = who === "" ? "somebody who came and went" : who;
  context.log("warning", `The ${text} is left, since it is in use by ${stated}. Delete it when nobody needs it.`);
  return true;
}
