import { numberOf, recordOf, requiredText, textRecordOf } from "../resource/decode";
import { type Properties } from "../resource/resource";
import { type ActualTopic, type TopicReading } from "./topic-api";
import { checkTopicArgs } from "./topic-args";
import { usualPartitionLimit } from "./topic-contradictions";
import { type PulsarTopic, topicOf } from "./topic-path";
import { declaredPolicies, isUnset, ownedPolicies } from "./topic-policy-calls";
import { topicPolicyTable } from "./topic-policies";

export const nameOf = (inputs: Properties): PulsarTopic => topicOf(requiredText(inputs, "topic"));

export const partitionsOf = (inputs: Properties): number => numberOf(inputs["partitions"]) ?? 0;

export const outputsOf = (inputs: Properties, stamp: unknown): Properties => ({
  ...inputs,
  fullName: nameOf(inputs).full,
  stamp,
});

/** True when the topic is kept from, or left to, the broker by `deleteWhileInactive` alone. */
export const saysInactivity = (inputs: Properties): boolean => inputs["inactiveTopicPolicies"] === undefined;

/** What has to be read of a topic to compare it with its arguments. */
export const readingFor = (inputs: Properties): TopicReading => ({
  withProperties: inputs["properties"] !== undefined,
  withInactivity: saysInactivity(inputs),
  policies: declaredPolicies(inputs),
});

export const wholeTopic: TopicReading = {
  withProperties: true,
  withInactivity: false,
  policies: Object.keys(topicPolicyTable),
};

/** The topic's settings in our words, with those properties and kinds of quota only that are declared: others are not ours. */
export function actualFields(actual: ActualTopic, declared: Properties): Properties {
  const wanted = textRecordOf(declared["properties"]);
  const owned = Object.entries(actual.properties ?? {}).filter(([key]) => key in wanted);
  return {
    partitions: actual.partitions,
    ...(actual.properties === undefined ? {} : { properties: Object.fromEntries(owned) }),
    ...ownedPolicies(actual.policies, declared),
  };
}

/** True for a topic that says nothing of its inactivity, so that the broker or its namespace decide. */
export const isUnprotected = ({ persistent }: PulsarTopic, { policies }: ActualTopic): boolean =>
  persistent && isUnset("inactiveTopicPolicies", policies["inactiveTopicPolicies"]);

/**
 * An import declares what the broker has. That a topic says nothing of its inactivity is left to the next refresh to find: the
 * engine refuses an import whose program says otherwise, and programs seldom speak of it.
 */
export function imported(topic: PulsarTopic, actual: ActualTopic): Properties {
  const hasProperties = Object.keys(actual.properties ?? {}).length > 0;
  const { partitions, properties } = actual;
  const known = {
    partitions,
    ...(partitions > usualPartitionLimit ? { partitionLimit: partitions } : {}),
    ...(hasProperties ? { properties } : {}),
    ...importedPolicies(actual.policies),
  };
  return checkTopicArgs({ topic: topic.full, ...known }, undefined).inputs;
}

function importedPolicies(policies: Properties): Properties {
  const set = Object.entries(policies).filter(([name, value]) => !isUnset(name, value));
  const { deleteWhileInactive } = recordOf(policies["inactiveTopicPolicies"]);
  // When and in which mode means nothing for a topic that is kept.
  return deleteWhileInactive === false
    ? { ...Object.fromEntries(set.filter(([name]) => name !== "inactiveTopicPolicies")), deleteWhileInactive: false }
    : Object.fromEntries(set);
}
