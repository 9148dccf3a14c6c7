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
  const waitMs = restOfWait(inputs, context);
  let left: readonly string[] = [];
  for await (const count of tries({ what, waitMs, signal: context.signal })) {
    left = await unfinished(admin, topic);
    if (left.length === 0) return;
    if (count === 2)
      context.log("info", `${what} leaves its replication later, within ${seconds(waitMs)} s: it has ${listed(left)}.`);
  }
  context.log(
    "warning",
    `${what} leaves its replication although it has ${listed(left)}: what has not come to the other Pulsar clusters does not come there ` +
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
function restOfWait(inputs: Properties, context: OperationContext): number {
  const now = Date.now();
  const start = began.get(context.admin) ?? now;
  began.set(context.admin, start);
  return Math.max(0, start + deleteWaitMs(inputs, context) - now);
}

/** Who may still write, and what has not come to other clusters: one text each. */
async function unfinished(admin: AdminClient, topic: PulsarTopic): Promise<readonly string[]> {
  const { publishers = [], notReplicated = {} } = (await topicStats(admin, topic)) ?? {};
  return [
    ...publishers.map((client) => clientText("producer", client)),
    ...Object.entries(notReplicated)
      .filter(([, count]) => count > 0)
      .map(
        ([cluster, count]) => `${count} ${count === 1 ? "message" : "messages"} not yet in Pulsar cluster ${cluster}`,
      ),
  ];
}
