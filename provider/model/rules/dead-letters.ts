import { argumentPath } from "../argument-path";
import type { FunctionPlan, SinkPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM033 */
export const deadLetters: Rule = {
  code: "FM033",
  severity: "error",
  also: "warning",
  inManifests: "warning",
  title: "Dead letters have a number of tries and a subscription that counts them",
  description:
    "A dead-letter topic is used after `maxMessageRetry` deliveries. The broker counts deliveries on shared subscriptions only: with `retainOrdering` the setting would do nothing, and with `retainKeyOrdering` later messages of a key overtake the one that failed (warning).",
  check: ({ plan }) => plan.members.flatMap((member) => (member.kind === "source" ? [] : memberFindings(member))),
};

function memberFindings({ path, spec }: FunctionPlan | SinkPlan): readonly Finding[] {
  const { deadLetterTopic, maxMessageRetry, processingGuarantee, retainOrdering, retainKeyOrdering } = spec;
  if (!isKnown(maxMessageRetry)) return [];
  const at = argumentPath(path, "maxMessageRetry");
  if ((maxMessageRetry ?? 0) <= 0) {
    if (deadLetterTopic === undefined || deadLetterTopic === "") return [];
    // With effectively_once nothing may be delivered again (FM031).
    const help =
      processingGuarantee === "effectively_once"
        ? "leave `deadLetterTopic` out, which does not go with effectively_once"
        : "state after how many deliveries a message goes to `deadLetterTopic`, or leave that out";
    const message = maxMessageRetry === undefined ? "is missing" : `is ${maxMessageRetry}`;
    return [{ path: at, inManifests: "error", message: `${message}, and there is a \`deadLetterTopic\``, help }];
  }
  // With effectively_once it is FM031's.
  if (processingGuarantee === "effectively_once") return [];
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
