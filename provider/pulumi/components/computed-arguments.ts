import type { ComputedArguments } from "../schema/read-arguments";

/** Where a member's own arguments begin: in its mesh, or at the top. */
const member = String.raw`^(?:(?:functions|sources|sinks)(?:\.[\w-]+|\["(?:[^"\\]|\\.)*"\])\.)?`;

const names = new RegExp(
  String.raw`${member}(?:input\.(?:topics\[\d+\]|topicPattern)|output\.topic|logTopic|deadLetterTopic|windowConfig\.lateDataTopic|subscriptionName)$`,
);
const choices = new RegExp(
  String.raw`${member}(?:maxMessageRetry|input\.sourceSpecs(?:\.[\w-]+|\[.*\])\.isRegexPattern)$`,
);

/**
 * The arguments from which it follows which resources a mesh has. It creates topics and subscriptions that are written out; a topic
 * whose name another resource computes is that resource's. Other choices are refused where they are computed (FM028).
 */
export const computedArguments: ComputedArguments = {
  staysPlaceholder: (path) => names.test(path),
  isNoted: (path) => names.test(path) || choices.test(path),
};
