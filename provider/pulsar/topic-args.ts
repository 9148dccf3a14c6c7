import { isKnown } from "../model/unknown";
import { checkFields } from "./check";
import { numberOf } from "./decode";
import { type Fields } from "./field";
import { textProperties, trueOrFalse, wholeNumber } from "./field-checks";
import { type OwnershipArgs, type StampedOutputs, stampKey } from "./ownership";
import { ownershipFields } from "./ownership-fields";
import { type CheckFailure, type CheckResult, type Properties } from "./resource";
import { type Show, showOf } from "./show";
import { normalTopic, parseTopic } from "./topic-path";

/** A Pulsar topic. Its id, and what an import takes, is the full name: `persistent://tenant/namespace/topic`. */
export interface TopicArgs extends OwnershipArgs {
  /**
   * Name of the topic: `persistent://tenant/namespace/topic`, `non-persistent://…`, or `tenant/namespace/topic`, which is persistent.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
  /**
   * Number of partitions; 0 makes a topic without partitions. It can grow, never shrink, and a topic without partitions keeps
   * having none.
   * @default 0
   * @example 8
   * @integer
   */
  readonly partitions?: number;
  /**
   * Properties of the topic. Properties that others set stay.
   * @default none
   * @example { "team": "retail" }
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Let the broker delete the topic when nobody uses it, as the broker's or the namespace's settings say.
   * @default false
   * @example true
   */
  readonly deleteWhileInactive?: boolean;
}

/** What a topic gives back besides its arguments. */
export interface TopicOutputs extends StampedOutputs {
  /** The full name: `persistent://tenant/namespace/topic`. */
  readonly fullName: string;
}

/** The broker sets no limit, and does not answer for minutes when asked for too many. */
export const mostPartitions = 5_000;

function checkTopic(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const topic = typeof value === "string" ? parseTopic(value) : undefined;
  if (topic === undefined) {
    return [
      { property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` },
    ];
  }
  if (/-partition-\d+$/.test(topic.local)) {
    return [
      { property: path, reason: `${show(value)} names one partition: write the topic's name and set partitions.` },
    ];
  }
  return topic.local.startsWith("__")
    ? [{ property: path, reason: `${show(value)} is a name of Pulsar's own topics.` }]
    : [];
}

export const topicFields = {
  topic: { required: true, replace: true, check: checkTopic, normal: normalTopic },
  partitions: { default: 0, check: wholeNumber(0, mostPartitions) },
  properties: { check: checkProperties },
  deleteWhileInactive: { default: false, check: trueOrFalse },
  ...ownershipFields,
} as const satisfies Fields<TopicArgs>;

function checkProperties(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const isOurs = typeof value === "object" && value !== null && stampKey in value;
  return isOurs
    ? [{ property: path, reason: `${stampKey} is the provider's own mark.` }]
    : textProperties(value, path, show);
}

export function checkTopicArgs(
  inputs: Properties,
  old: Properties | undefined,
  secrets?: ReadonlySet<string>,
): CheckResult {
  const { inputs: complete, failures } = checkFields(topicFields, inputs, secrets);
  const reason = partitionsProblem(complete, old, showOf("partitions", secrets));
  return {
    inputs: complete,
    failures: reason === undefined ? failures : [...failures, { property: "partitions", reason }],
  };
}

/** A change of partitions that Pulsar cannot make. Making the topic anew would lose its messages, so that is left to the user. */
function partitionsProblem(inputs: Properties, old: Properties | undefined, show: Show): string | undefined {
  if (old === undefined || !isKnown(inputs["topic"])) return undefined;
  const isSameTopic = normalTopic(inputs["topic"]) === normalTopic(old["topic"]);
  const before = numberOf(old["partitions"]) ?? 0;
  const after = numberOf(inputs["partitions"]);
  return isSameTopic && after !== undefined ? impossibleChange(before, after, show) : undefined;
}

/** Why a topic cannot go from one number of partitions to another; `undefined` when it can. */
export function impossibleChange(before: number, after: number, show: Show): string | undefined {
  if (after === before) return undefined;
  const help = "That needs a new topic with another name.";
  if (before === 0) return `a topic without partitions cannot be given ${show(after)}. ${help}`;
  return after < before
    ? `the topic has ${show(before)} partitions and cannot shrink to ${show(after)}. ${help}`
    : undefined;
}
