import { isKnown } from "../../model/unknown";
import { numberOf } from "../resource/decode";
import { topicQuotaFailures } from "./topic-quotas";
import { type CheckFailure, type Properties, type Secrets } from "../resource/resource";
import { showOf } from "../resource/show";
import { declaredPolicies } from "./topic-policy-calls";
import { parseTopic } from "./topic-path";

/** Without a limit of ours a typing error keeps the broker busy for minutes. */
export const usualPartitionLimit = 5_000;

/** What is wrong between arguments that are each right. `stated` is without defaults. */
export const topicContradictions = (
  stated: Properties,
  inputs: Properties,
  secrets: Secrets,
): readonly CheckFailure[] => [
  ...tooManyPartitions(inputs, secrets),
  ...twoWordsOnInactivity(stated),
  ...policiesOfNoTopic(inputs),
  ...topicQuotaFailures(inputs, secrets),
];

function tooManyPartitions(inputs: Properties, secrets: Secrets): readonly CheckFailure[] {
  const partitions = numberOf(inputs["partitions"]);
  const limit = isKnown(inputs["partitionLimit"])
    ? (numberOf(inputs["partitionLimit"]) ?? usualPartitionLimit)
    : Infinity;
  if (partitions === undefined || partitions <= limit) return [];
  const reason =
    `${showOf("partitions", secrets)(partitions)} is more than partitionLimit, which is ` +
    `${showOf("partitionLimit", secrets)(limit)}. The broker has no limit of its own: raise partitionLimit if so many are meant.`;
  return [{ property: "partitions", reason }];
}

function twoWordsOnInactivity({ deleteWhileInactive, inactiveTopicPolicies }: Properties): readonly CheckFailure[] {
  if ((deleteWhileInactive ?? undefined) === undefined || (inactiveTopicPolicies ?? undefined) === undefined) return [];
  return [{ property: "deleteWhileInactive", reason: "inactiveTopicPolicies says it too: leave one of them out." }];
}

/** Such a topic exists only while somebody is connected to it: the broker does not know it when policies are to be set. */
function policiesOfNoTopic(inputs: Properties): readonly CheckFailure[] {
  const { topic, partitions } = inputs;
  if (typeof topic !== "string" || !isKnown(topic) || partitions !== 0 || parseTopic(topic)?.persistent !== false)
    return [];
  const reason =
    "a topic without partitions that is not persistent keeps no policies. Give it partitions, or leave it out.";
  return declaredPolicies(inputs).map((property) => ({ property, reason }));
}
