import type { MemberPlan } from "../plan";
import { readTopicPattern, type TopicPattern } from "../topic-pattern";
import { isKnown } from "../unknown";

/** A regular expression over topics that a member reads. */
export interface MemberPattern {
  /** Completed with the member's tenant and namespace. */
  readonly text: string;
  readonly path: string;
  readonly pattern: TopicPattern;
}

/** The patterns of a member whose text is known and names topics of a namespace. */
export const memberPatterns = (member: MemberPlan): readonly MemberPattern[] =>
  member.inputs
    .filter(({ name, consumer }) => consumer.isRegexPattern === true && isKnown(name))
    .map(({ name, path }) => ({ text: name, path, pattern: readTopicPattern(name) }));

export const matches = ({ pattern }: MemberPattern, topic: string): boolean =>
  pattern.kind === "expression" && isKnown(topic) && pattern.matches(topic);
