import { argumentPath } from "../argument-path";
import { relatedTopics, type RelatedTopics } from "../partition-names";
import type { MemberPlan, TopicUse } from "../plan";
import { readsTopics } from "../reads-topics";
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
    "A member whose output, log topic, dead-letter topic or topic for late data is among its own inputs, by name, by a partition or by pattern, would process its own messages for ever. Where no dead-letter topic is stated, it is the one that follows from `maxMessageRetry`.",
  check: ({ plan }) => {
    const related = relatedTopics(plan.topics.map(({ name }) => name));
    return plan.members.flatMap((member) => memberFindings(member, related));
  },
};

function memberFindings(member: MemberPlan, related: RelatedTopics): readonly Finding[] {
  if (!readsTopics(member)) return [];
  const inputs = new Set(member.reads.flatMap(({ name }) => [name, ...related(name)]));
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
    return [{ path: use.path, ...refusedByOperator(member, use), ...feeding(member, use, where) }];
  });
}

/** Where dead letters go by themselves, the argument that has them go there is no name of a topic. */
function feeding(member: MemberPlan, use: TopicUse, where: string): Pick<Finding, "message" | "help"> {
  if (use.path !== argumentPath(member.path, "maxMessageRetry"))
    return { message: `"${use.name}" ${where}`, help: "name another topic here" };
  const message = `sends dead letters to "${use.name}", as no \`deadLetterTopic\` is stated, and that ${where}`;
  return { message, help: "state another `deadLetterTopic`" };
}

/** The operator compares the texts of inputs and output, and nothing else. */
const refusedByOperator = (member: MemberPlan, use: TopicUse): Pick<Finding, "inManifests"> =>
  use === member.writes &&
  member.kind === "function" &&
  statedInputs(member).some(({ text }) => text === member.spec.output?.topic)
    ? { inManifests: "error" }
    : {};
