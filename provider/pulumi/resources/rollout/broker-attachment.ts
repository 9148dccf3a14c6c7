import { type AdminClient, cancellable } from "../../../pulsar/admin/client";
import { AdminError } from "../../../pulsar/admin/error";
import { textsOf } from "../../../pulsar/resource/decode";
import type { OperationContext, Properties } from "../../../pulsar/resource/resource";
import { topicOf } from "../../../pulsar/topic/topic-path";
import { topicsMatching } from "../../../pulsar/topic/topics-matching";
import { type TopicStats, topicStats } from "../../../pulsar/topic/topic-stats";
import { type Attachment, type MissingAttachment, missingAttachments } from "./attachment";
import type { InstancePods } from "./instance-pods";
import { errorMessage } from "../../../model/error-message";

export interface Question {
  readonly context: OperationContext;
  /** Number of instances. */
  readonly wanted: number;
  /** Their pods; left out where the cluster is not ours to ask. */
  readonly pods?: InstancePods;
  /** How long the broker may take to answer. */
  readonly seconds: number;
}

/**
 * What the broker does not see yet of a member's instances, in words; undefined when it sees all of them. That it does not
 * answer for a while is no reason to give up before the member's time is over.
 */
export async function missingAtBroker(inputs: Properties, question: Question): Promise<string | undefined> {
  const { wanted, pods } = question;
  if (wanted === 0 || inputs["attachment"] === false) return undefined;
  const seen = await askBroker(inputs, question);
  if (typeof seen === "string") return seen;
  const workload = { instance: String(inputs["instance"]), statefulSet: String(inputs["statefulSet"]), pods };
  const [first] = missingAttachments(seen.attachment, { ...workload, wanted }, seen.statistics);
  return first === undefined ? undefined : `${first.attached} of ${wanted} instances attached to ${placeOf(first)}`;
}

const placeOf = ({ topic, others }: MissingAttachment): string =>
  others === 0 ? topic : `${topic}, where ${others} of other pods, or of pods before, ${others === 1 ? "is" : "are"}`;

const attachmentOf = (inputs: Properties): Attachment => ({
  subscription: typeof inputs["subscription"] === "string" ? inputs["subscription"] : undefined,
  reads: Array.isArray(inputs["reads"]) ? inputs["reads"].map(String) : [],
  writes: typeof inputs["writes"] === "string" ? inputs["writes"] : undefined,
});

/** What the broker knows of a member's instances. */
interface Seen {
  readonly attachment: Attachment;
  readonly statistics: ReadonlyMap<string, TopicStats>;
}

/** What the broker sees, or why it does not say so at the moment. */
async function askBroker(inputs: Properties, { context, seconds }: Question): Promise<Seen | string> {
  const limit = AbortSignal.timeout(seconds * 1000);
  const admin = cancellable(context.admin, AbortSignal.any([context.signal, limit]));
  try {
    const attachment = await withFoundTopics(attachmentOf(inputs), textsOf(inputs["patterns"]), admin);
    return { attachment, statistics: await statisticsOf(attachment, admin) };
  } catch (error) {
    context.signal.throwIfAborted();
    const reason = errorMessage(error);
    if (limit.aborted) return `the broker did not answer in ${Math.round(seconds)} s`;
    if (error instanceof AdminError && error.retryable) return reason.replace(/\.$/, "");
    throw new Error(`${String(inputs["member"])}: ${reason}${helpOf(error)}`, { cause: error });
  }
}

/** A pattern may find thousands; instances attach to them in one go, so some stand for all. */
const foundAtMost = 50;

/**
 * Reading also what patterns find at the moment. What an expression finds that cannot be read here is not known; there, as where
 * nothing is found yet, the producer of what the member writes tells that it runs.
 */
async function withFoundTopics(
  attachment: Attachment,
  patterns: readonly string[],
  admin: AdminClient,
): Promise<Attachment> {
  if (patterns.length === 0) return attachment;
  const found = await Promise.all(patterns.map((pattern) => topicsMatching(admin, topicOf(pattern))));
  const names = found.flatMap((topics = []) => topics.map(({ full }) => full)).slice(0, foundAtMost);
  const reads = [...new Set([...attachment.reads, ...names])];
  return { ...attachment, reads };
}

/** By topic; one that does not exist has none. */
async function statisticsOf(
  { reads, writes }: Attachment,
  admin: AdminClient,
): Promise<ReadonlyMap<string, TopicStats>> {
  const statistics = new Map<string, TopicStats>();
  for (const topic of reads.length > 0 ? reads : writes === undefined ? [] : [writes]) {
    const stats = await topicStats(admin, topicOf(topic));
    if (stats !== undefined) statistics.set(topic, stats);
  }
  return statistics;
}

const helpOf = (error: unknown): string =>
  error instanceof AdminError && (error.status === 401 || error.status === 403)
    ? " Where the role may not read the statistics of topics, `rollout.attachment: false` waits for the pods only."
    : "";
