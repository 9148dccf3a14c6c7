import { cancellable } from "../admin/client";
import { isInUse, isNotFound } from "../admin/error";
import { deleteWaitMs, listed } from "../resource/deletion";
import { listSubscriptions } from "../lookup";
import { hasMarkOf, type Reader, unmarkReader, yieldToOthers } from "./reader-marks";
import { isReadInRun } from "./readers-of-run";
import { type OperationContext, type Properties } from "../resource/resource";
import { subscriptionProperties } from "../subscription/subscription-properties";
import { subscriptionPath } from "../subscription/subscription-path";
import { type PulsarTopic } from "../topic/topic-path";
import { clientText, type ConnectedClient, topicStats } from "../topic/topic-stats";
import { tries } from "../resource/tries";

/** A subscription that instances of a member made. */
export interface Unsubscribed {
  readonly topic: PulsarTopic;
  readonly subscription: string;
  /** `<tenant>/<namespace>/<name>`: the id by which the member's own instances are known at the broker. */
  readonly instance: string | undefined;
  readonly reader: Reader;
  /** The member goes on: what its instances still read is deleted later. */
  readonly isOngoing: boolean;
  /** Only with the reader's mark is it known to be the one that was meant. */
  readonly needsMark: boolean;
}

/** `read`: by the member's own instances, or by who may be one of them. `settled`: deleted, or left to others for good. */
export type Unsubscribing = "read" | "settled";

/**
 * Deletes a subscription, with what waits in it, once the member's own instances have ended. One that is a resource of its own,
 * or that somebody else needs or reads, is left: its messages are still wanted.
 */
export async function unsubscribe(
  target: Unsubscribed,
  inputs: Properties,
  context: OperationContext,
): Promise<Unsubscribing> {
  const { topic, subscription } = target;
  const admin = cancellable(context.admin, context.signal);
  const patience = { what: textOf(target), waitMs: deleteWaitMs(inputs, context), signal: context.signal };
  let readers: readonly ConnectedClient[] = [];
  for (const turns = tries(patience); (await turns.next()).done !== true;) {
    if (!((await listSubscriptions(admin, topic)) ?? []).includes(subscription)) return "settled";
    if (target.needsMark && !(await isMarked(target, context))) return "settled";
    if (await isOthers(target, context)) return "settled";
    readers = (await topicStats(admin, topic))?.subscriptions[subscription]?.consumers ?? [];
    if (readers.length === 0 && (await isDeleted(target, context))) return "settled";
    if (isReadByOthers(readers, target)) break;
  }
  return endOf(readers, target, context);
}

const textOf = ({ topic, subscription }: Unsubscribed): string =>
  `The subscription ${subscription} of topic ${topic.full}`;

/** Says why it is left, and how it is deleted. */
function leave(target: Unsubscribed, reason: string, context: OperationContext): void {
  const { topic, subscription } = target;
  const command = `pulsar-admin topics unsubscribe --subscription ${subscription} ${topic.full}`;
  context.log("warning", `${textOf(target)} is left, since ${reason}. Where nobody needs it: \`${command}\`.`);
}

async function isMarked({ topic, subscription, reader }: Unsubscribed, context: OperationContext): Promise<boolean> {
  const admin = cancellable(context.admin, context.signal);
  return hasMarkOf(reader, (await subscriptionProperties(admin, topic, subscription)) ?? {});
}

/** True, and said, when somebody else has it, whether they read it at the moment or not. */
async function isOthers(target: Unsubscribed, context: OperationContext): Promise<boolean> {
  if (isReadInRun(context.admin, target, target.reader.stamps)) {
    context.log("info", `${textOf(target)} is left to another member of the program, which reads it.`);
    await unmarkReader(target, target.reader, context);
    return true;
  }
  const holder = await yieldToOthers(target, target.reader, context);
  if (holder === "nobody") return false;
  const who = holder === "reader" ? "another member reads it" : "it belongs to a resource of its own";
  // While the member goes on, a resource that is not needed any more is still to go in the same run.
  if (holder === "reader" || !target.isOngoing) leave(target, `${who}, says a mark among its properties`, context);
  return true;
}

async function isDeleted(target: Unsubscribed, context: OperationContext): Promise<boolean> {
  const path = subscriptionPath(target.topic, target.subscription);
  const purpose = `delete subscription ${target.subscription} of topic ${target.topic.full}`;
  try {
    await cancellable(context.admin, context.signal).send({ method: "DELETE", path, purpose });
    return true;
  } catch (error) {
    if (isNotFound(error)) return true;
    if (isInUse(error)) return false;
    throw error;
  }
}

/**
 * True where somebody reads who says to be somebody else, and stays. The member's own instances are about to end, and so may be those
 * who say nothing of themselves, as other instance programs do, and all where the state does not tell which are its own.
 */
const isReadByOthers = (readers: readonly ConnectedClient[], { instance }: Unsubscribed): boolean =>
  readers.some(({ metadata }) => instance !== undefined && metadata["id"] !== undefined && metadata["id"] !== instance);

/** How it ends with those who still read it. */
async function endOf(
  readers: readonly ConnectedClient[],
  target: Unsubscribed,
  context: OperationContext,
): Promise<Unsubscribing> {
  const who = listed(readers.map((reader) => clientText("consumer", reader)));
  const stated = who === "" ? "somebody who came and went" : who;
  if (target.isOngoing && !isReadByOthers(readers, target)) {
    context.log(
      "info",
      `${textOf(target)} is still read by ${stated}; it is deleted when the member is updated or goes.`,
    );
    return "read";
  }
  leave(target, `it is in use by ${stated}`, context);
  await unmarkReader(target, target.reader, context);
  return "settled";
}
