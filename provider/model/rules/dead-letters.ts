import { argumentPath } from "../argument-path";
import type { FunctionPlan, SinkPlan } from "../plan";
import { isKnown } from "../unknown";
import { asksForOnce } from "./asks-for-once";
import { fieldRuntimes } from "./field-runtimes";
import type { Finding, Rule } from "./rule";

/** FM033 */
export const deadLetters: Rule = {
  code: "FM033",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Dead letters have a number of tries and a subscription that counts them",
  description:
    "A dead-letter topic is used after `maxMessageRetry` deliveries, a whole number that is not less than 0. The broker counts deliveries on shared subscriptions only: with `retainOrdering` the setting would do nothing, and with `retainKeyOrdering` later messages of a key overtake the one that failed (warning).",
  check: ({ plan }) => plan.members.flatMap((member) => (member.kind === "source" ? [] : memberFindings(member))),
};

function memberFindings(member: FunctionPlan | SinkPlan): readonly Finding[] {
  const { deadLetterTopic, maxMessageRetry, retainOrdering, retainKeyOrdering } = member.spec;
  if (!isKnown(maxMessageRetry) || hasNoRetries(member)) return [];
  const at = argumentPath(member.path, "maxMessageRetry");
  const hasTopic = deadLetterTopic !== undefined && deadLetterTopic !== "";
  if (maxMessageRetry !== undefined && !(Number.isInteger(maxMessageRetry) && maxMessageRetry >= 0)) {
    const help = `write a whole number, ${hasTopic ? "1" : "0"} or more`;
    return [{ path: at, ...(hasTopic ? { inManifests: "error" } : {}), message: `is ${maxMessageRetry}`, help }];
  }
  // With effectively_once it is FM031's.
  if (asksForOnce(member)) return [];
  if ((maxMessageRetry ?? 0) === 0) {
    if (!hasTopic) return [];
    const help = "state after how many deliveries a message goes to `deadLetterTopic`, or leave that out";
    const message = maxMessageRetry === undefined ? "is missing" : "is 0";
    return [{ path: at, inManifests: "error", message: `${message}, and there is a \`deadLetterTopic\``, help }];
  }
  if (retainOrdering === true) {
    const help = "leave it out, or give up `retainOrdering`";
    return [
      { path: at, message: "has no effect with `retainOrdering`: such a subscription counts no deliveries", help },
    ];
  }
  if (retainKeyOrdering !== true) return [];
  const message = "lets later messages of a key overtake the one that failed, in spite of `retainKeyOrdering`";
  return [{ path: at, severity: "warning", message, help: "leave it out where the order within keys matters most" }];
}

/** Instances that never look at it, which FM075 says; the operator looks at it for all runtimes. */
const hasNoRetries = ({ runtime, origin }: FunctionPlan | SinkPlan): boolean =>
  origin === undefined && !(fieldRuntimes["maxMessageRetry"] ?? []).includes(runtime);
