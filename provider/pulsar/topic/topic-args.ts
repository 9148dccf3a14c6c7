import { type TopicSettings } from "../../model/topic-settings";
import { isKnown } from "../../model/unknown";
import { checkFields } from "../resource/check";
import { numberOf } from "../resource/decode";
import { type Fields } from "../resource/field";
import { textProperties, trueOrFalse, wholeNumber } from "../resource/field-checks";
import { type OwnershipArgs, type StampedOutputs, stampKey } from "../resource/ownership";
import { int32 } from "../forms/int32";
import { ownershipFields } from "../resource/ownership-fields";
import { type CheckFailure, type CheckResult, type Properties } from "../resource/resource";
import { type Show, showOf } from "../resource/show";
import { topicContradictions } from "./topic-contradictions";
import { checkTopicName } from "./topic-name-check";
import { normalTopic } from "./topic-path";
import { topicPolicies } from "./topic-policies";

/**
 * A Pulsar topic. Its id, and what an import takes, is the full name: `persistent://tenant/namespace/topic`.
 *
 * One with messages that a subscription has not acknowledged, or that nobody has subscribed to, is not deleted, unless `onDelete` is
 * `force`. Deleting it waits for its clients to disconnect.
 */
export interface TopicArgs extends TopicSettings, OwnershipArgs {
  /**
   * Name of the topic: `persistent://tenant/namespace/topic`, `non-persistent://…`, or `tenant/namespace/topic`, which is persistent.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
}

/** What a topic gives back besides its arguments. */
export interface TopicOutputs extends StampedOutputs {
  /** The full name: `persistent://tenant/namespace/topic`. */
  readonly fullName: string;
}

export const topicFields = {
  topic: { required: true, replace: true, check: checkTopicName, normal: normalTopic },
  partitions: { default: 0, check: wholeNumber(0, int32) },
  partitionLimit: { check: wholeNumber(1, int32) },
  properties: { check: checkProperties },
  deleteWhileInactive: { default: false, check: trueOrFalse },
  ...topicPolicies,
  ...ownershipFields,
} as const satisfies Fields<TopicArgs>;

function checkProperties(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const isOurs = typeof value === "object" && value !== null && stampKey in value;
  return isOurs
    ? [{ property: path, reason: `${stampKey} is the provider's own mark: leave it out.` }]
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
    inputs: withoutRepetition(complete),
    failures: [
      ...failures,
      ...(reason === undefined ? [] : [{ property: "partitions", reason }]),
      ...topicContradictions(inputs, complete, secrets),
    ],
  };
}

/** Both say whether the topic is deleted when nobody uses it: one that is not stated has no default then. */
const withoutRepetition = (inputs: Properties): Properties =>
  inputs["inactiveTopicPolicies"] === undefined
    ? inputs
    : Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== "deleteWhileInactive"));

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
  if (before === 0)
    return `a topic without partitions cannot be given ${show(after)}: that needs a new topic with another name.`;
  return after < before
    ? `the topic has ${show(before)} partitions and cannot shrink to ${show(after)}. If somebody else has grown it, write ` +
        `partitions: ${show(before)}; fewer partitions need a new topic with another name.`
    : undefined;
}
