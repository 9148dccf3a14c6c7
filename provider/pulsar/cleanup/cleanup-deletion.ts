import { cancellable } from "../admin/client";
import { isInUse } from "../admin/error";
import { type CleanupAim } from "./cleanup-aim";
import { deleteWhenUnused, listed } from "../resource/deletion";
import { listSubscriptions } from "../lookup";
import { type Reader } from "./reader-marks";
import { type OperationContext, type Properties } from "../resource/resource";
import { deleteTopicOnce } from "../topic/topic-api";
import { topicMetadata } from "../topic/topic-metadata";
import { type PulsarTopic, topicOf } from "../topic/topic-path";
import { clientText, topicStats } from "../topic/topic-stats";
import { unsubscribe } from "./unsubscribe";

/** How the subscriptions of a clean-up are ended. */
export interface Ending {
  readonly reader: Reader;
  /** The member goes on, so that what its instances still read is left for later. */
  readonly isOngoing: boolean;
  /** Of what was read once only that which bears the mark is known to be still the same. */
  readonly needsMark: boolean;
  /** The clean-up's arguments: how long to wait. */
  readonly inputs: Properties;
}

/** Deletes an aim's subscription on topics, then its own topics. The topics that the member's instances still read are the result. */
export async function endOn(
  topics: readonly PulsarTopic[],
  { aim, ending }: { readonly aim: CleanupAim; readonly ending: Ending },
  context: OperationContext,
): Promise<readonly PulsarTopic[]> {
  const { subscription, instance, deleteTopics } = aim;
  const ends = await Promise.allSettled(
    topics.map(async (topic) => {
      const end = await unsubscribe({ topic, subscription, instance, ...ending }, ending.inputs, context);
      return end === "read" ? [topic] : [];
    }),
  );
  // One that fails must not leave the others half-way: each is brought to its end.
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
  await Promise.all(deleteTopics.map((topic) => deleteTopic(topicOf(topic), ending.inputs, context)));
  return ends.flatMap((end) => (end.status === "fulfilled" ? end.value : []));
}

/** The broker would delete a topic with the subscriptions of others on it, unless they are connected at that moment. */
async function deleteTopic(topic: PulsarTopic, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const metadata = await topicMetadata(admin, topic);
  if (metadata === undefined) return;
  const others = (await listSubscriptions(admin, topic)) ?? [];
  if (others.length > 0) {
    context.log("warning", `Topic ${topic.full} is left, since it has other subscriptions: ${listed(others)}.`);
    return;
  }
  const deletion = {
    what: `Topic ${topic.full}`,
    attempt: () => deleteTopicOnce(admin, topic, metadata.partitions > 0),
    users: async () =>
      ((await topicStats(admin, topic))?.publishers ?? []).map((client) => clientText("producer", client)),
    help: `It is left. Where nobody needs it: \`pulsar-admin topics delete ${topic.full}\`.`,
  };
  await deleteWhenUnused(deletion, inputs, context).catch((error: unknown) => {
    if (!(error instanceof Error) || !isInUse(error.cause)) throw error;
    context.log("warning", error.message);
  });
}
