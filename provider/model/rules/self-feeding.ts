import type { MemberPlan, TopicUse } from "../plan";
import { isKnown } from "../unknown";
import { fedTopics } from "../fed-topics";
import { matches, memberPatterns } from "./member-patterns";
import type { Finding, Rule } from "./rule";
import { statedInputs } from "../stated-inputs";

/** FM013 */
export const selfFeeding: Rule = {
  code: "FM013",
  severity: "error",
  inManifests: "warning",
  title: "A member does not read what it writes",
  description:
    "A member whose output, log topic, dead-letter topic or topic for late data is among its own inputs, by name or by pattern, would process its own messages for ever. Where no dead-letter topic is stated, it is the one that Pulsar's clients choose.",
  check: ({ plan }) => plan.members.flatMap(memberFindings),
};

function memberFindings(member: MemberPlan): readonly Finding[] {
  if (member.kind === "source" || (member.kind === "function" && member.spec.source !== undefined)) return [];
  const inputs = new Set(member.reads.map(({ name }) => name));
  const patterns = memberPatterns(member);
  const told = new Set<string>();
  return fedTopics(member).flatMap((use): readonly Finding[] => {
    if (!isKnown(use.name) || told.has(use.path)) return [];
    const pattern = patterns.find((each) => matches(each, use));
    if (!inputs.has(use.name) && pattern === undefined) return [];
    told.add(use.path);
    const where =
      pattern === undefined || inputs.has(use.name)
        ? "is among the member's own inputs"
        : `matches the member's own pattern "${pattern.text}"`;
    const message = `"${use.name}" ${where}`;
    return [{ path: use.path, ...refusedByOperator(member, use), message, help: "name another topic here" }];
  });
}

/** The operator compares the texts of inputs and output, and nothing else. */
const refusedByOperator = (member: MemberPlan, use: TopicUse): Pick<Finding, "inManifests"> =>
  use === member.writes &&
  member.kind === "function" &&
  statedInputs(member).some(({ text }) => text === member.spec.output?.topic)
    ? { inManifests: "error" }
    : {};
