import { type AdminClient, cancellable } from "../admin/client";
import { deleteWaitMs, listed } from "../resource/deletion";
import { type OperationContext, type Properties } from "../resource/resource";
import { tries } from "../resource/tries";
import { type PulsarTopic } from "../topic/topic-path";
import { clientText, topicStats } from "../topic/topic-stats";

/**
 * Waits until nobody writes the topic any more and what was written has come to the other clusters: the topic goes afterwards, with
 * whatever did not cross. Engines let the topic leave while those that write it end, and nothing can make it the other way round: what writes
 * would wait for this resource then, and so for every other cluster. A cluster that is away holds up nothing for longer than deletions wait.
 */
export async function waitUntilCrossed(
  topic: PulsarTopic,
  inputs: Properties,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const what = `Topic ${topic.full}`;
  const waitMs = deleteWaitMs(inputs, context);
  const deadline = endOfWait(waitMs, context);
  let left: Unfinished = { writers: [], messages: [], count: Infinity };
  for await (const count of tries({ what, waitMs, signal: context.signal })) {
    const before = left.count;
    left = await unfinished(admin, topic);
    if (left.writers.length + left.messages.length === 0) return;
    // What only has to cross is not held to account for others that were waited for before it.
    if (Date.now() > deadline && (left.writers.length > 0 || left.count >= before)) break;
    if (count === 2)
      context.log("info", `${what} leaves its replication later, within ${seconds(waitMs)} s: it has ${textOf(left)}.`);
  }
  context.log(
    "warning",
    `${what} leaves its replication although it has ${textOf(left)}: what has not come to the other Pulsar clusters does not come there ` +
      "any more. Stop who writes it, or have the other cluster answer, before it goes.",
  );
}

const seconds = (milliseconds: number): number => Math.ceil(milliseconds / 1000);

/** When the first topic of a run began to wait. */
const began = new WeakMap<AdminClient, number>();

/**
 * All topics of a run wait together: where an engine does few things at a time, those that wait for writers may keep it from stopping
 * these, and would do so one batch after the other.
 */
function endOfWait(waitMs: number, { admin }: OperationContext): number {
  const start = began.get(admin) ?? Date.now();
  began.set(admin, start);
  return start + waitMs;
}

/** Who may still write, and what has not come to other clusters: one text each, and how many messages that is. */
interface Unfinished {
  readonly writers: readonly string[];
  readonly messages: readonly string[];
  readonly count: number;
}

const textOf = ({ writers, messages }: Unfinished): string => listed([...writers, ...messages]);

async function unfinished(admin: AdminClient, topic: PulsarTopic): Promise<Unfinished> {
  const { publishers = [], notReplicated = {} } = (await topicStats(admin, topic)) ?? {};
  const waiting = Object.entries(notReplicated).filter(([, count]) => count > 0);
  return {
    writers: publishers.map((client) => clientText("producer", client)),
    messages: waiting.map(
      ([cluster, count]) => `${count} ${count === 1 ? "message" : "messages"} not yet in Pulsar cluster ${cluster}`,
    ),
    count: waiting.reduce((total, [, count]) => total + count, 0),
  };
}
