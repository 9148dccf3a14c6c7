import { argumentPath } from "../argument-path";
import { guaranteeOf } from "../guarantee";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding, Rule } from "./rule";

/** FM036 */
export const acknowledgements: Rule = {
  code: "FM036",
  severity: "error",
  inManifests: "warning",
  title: "Acknowledging by hand is said by the guarantee",
  description:
    "`autoAck: false` means that your code acknowledges messages, which the guarantee `manual` says as well. With another guarantee the Go instance stops as soon as it starts, and for every runtime `atmost_once` contradicts it: that acknowledges before your code sees the message.",
  check: ({ plan }) => plan.members.flatMap(memberFindings),
};

function memberFindings(member: MemberPlan): readonly Finding[] {
  if (member.kind !== "function" || member.spec.autoAck !== false) return [];
  const guarantee = guaranteeOf(member);
  // Effectively-once with acknowledging by hand is FM031's.
  const isContradiction = guarantee === "atmost_once" || (member.runtime === "golang" && guarantee === "atleast_once");
  if (!isKnown(guarantee) || !isContradiction) return [];
  const stops = member.runtime === "golang" ? ", which stops the instance of a function in Go at once" : "";
  return [
    {
      path: argumentPath(member.path, "autoAck"),
      message: `is false together with ${guarantee}${stops}`,
      help: "state `processingGuarantee: manual`, or leave `autoAck` out",
    },
  ];
}
