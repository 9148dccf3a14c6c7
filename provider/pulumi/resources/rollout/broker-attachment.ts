import { cancellable } from "../../../pulsar/admin/client";
import { AdminError } from "../../../pulsar/admin/error";
import type { OperationContext, Properties } from "../../../pulsar/resource";
import { topicOf } from "../../../pulsar/topic-path";
import { type TopicStats, topicStats } from "../../../pulsar/topic-stats";
import { type Attachment, missingAttachments } from "./attachment";

export interface Question {
  readonly context: OperationContext;
  /** Number of instances. */
  readonly wanted: number;
  /** How long the broker may take to answer. */
  readonly seconds: number;
}

/**
 * What the broker does not see yet of a member's instances, in words; undefined when it sees all of them. That it does not
 * answer for a while is no reason to give up before the member's time is over.
 */
export async function missingAtBroker(inputs: Properties, question: Question): Promise<string | undefined> {
  const { wanted } = question;
  if (wanted === 0 || inputs["attachment"] === false) return undefined;
  const attachment = attachmentOf(inputs);
  const statistics = await statisticsOf(attachment, inputs, question);
  if (typeof statistics === "string") return statistics;
  const [first] = missingAttachments(attachment, wanted, statistics);
  return first === undefined ? undefined : `${first.attached} of ${wanted} instances attached to ${first.topic}`;
}

const attachmentOf = (inputs: Properties): Attachment => ({
  instance: String(inputs["instance"]),
  subscription: typeof inputs["subscription"] === "string" ? inputs["subscription"] : undefined,
  reads: Array.isArray(inputs["reads"]) ? inputs["reads"].map(String) : [],
  writes: typeof inputs["writes"] === "string" ? inputs["writes"] : undefined,
});

/** The statistics, or why the broker does not give them at the moment. */
async function statisticsOf(
  { reads, writes }: Attachment,
  inputs: Properties,
  { context, seconds }: Question,
): Promise<ReadonlyMap<string, TopicStats> | string> {
  const limit = AbortSignal.timeout(seconds * 1000);
  const admin = cancellable(context.admin, AbortSignal.any([context.signal, limit]));
  const statistics = new Map<string, TopicStats>();
  try {
    for (const topic of reads.length > 0 ? reads : writes === undefined ? [] : [writes]) {
      const stats = await topicStats(admin, topicOf(topic));
      if (stats !== undefined) statistics.set(topic, stats);
    }
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = error instanceof Error ? error.message : String(error);
    if (limit.aborted) return `the broker did not answer in ${Math.round(seconds)} s`;
    if (error instanceof AdminError && error.retryable) return reason.replace(/\.$/, "");
    throw new Error(`${String(inputs["member"])}: ${reason}${helpOf(error)}`, { cause: error });
  }
  return statistics;
}

const helpOf = (error: unknown): string =>
  error instanceof AdminError && (error.status === 401 || error.status === 403)
    ? " Where the role may not read the statistics of topics, `rollout.attachment: false` waits for the pods only."
    : "";
