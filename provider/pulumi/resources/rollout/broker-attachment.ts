import { AdminError } from "../../../pulsar/admin/error";
import type { OperationContext, Properties } from "../../../pulsar/resource";
import { topicOf } from "../../../pulsar/topic-path";
import { type TopicStats, topicStats } from "../../../pulsar/topic-stats";
import { type Attachment, missingAttachments } from "./attachment";

/** What the broker does not see yet of a member's instances, in words; undefined when it sees all of them. */
export async function missingAtBroker(
  inputs: Properties,
  context: OperationContext,
  wanted: number,
): Promise<string | undefined> {
  if (wanted === 0 || inputs["attachment"] === false) return undefined;
  const attachment = attachmentOf(inputs);
  const [first] = missingAttachments(attachment, wanted, await statisticsOf(attachment, inputs, context));
  return first === undefined ? undefined : `${first.attached} of ${wanted} instances attached to ${first.topic}`;
}

const attachmentOf = (inputs: Properties): Attachment => ({
  instance: String(inputs["instance"]),
  subscription: typeof inputs["subscription"] === "string" ? inputs["subscription"] : undefined,
  reads: Array.isArray(inputs["reads"]) ? inputs["reads"].map(String) : [],
  writes: typeof inputs["writes"] === "string" ? inputs["writes"] : undefined,
});

async function statisticsOf(
  { reads, writes }: Attachment,
  inputs: Properties,
  context: OperationContext,
): Promise<ReadonlyMap<string, TopicStats>> {
  const statistics = new Map<string, TopicStats>();
  try {
    for (const topic of reads.length > 0 ? reads : writes === undefined ? [] : [writes]) {
      const stats = await topicStats(context.admin, topicOf(topic));
      if (stats !== undefined) statistics.set(topic, stats);
    }
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${String(inputs["member"])}: ${reason}${helpOf(error)}`, { cause: error });
  }
  return statistics;
}

const helpOf = (error: unknown): string =>
  error instanceof AdminError && (error.status === 401 || error.status === 403)
    ? " Where the role may not read the statistics of topics, `rollout.attachment: false` waits for the pods only."
    : "";
