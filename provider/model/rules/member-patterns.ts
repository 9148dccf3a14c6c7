import type { MemberPlan, TopicUse } from "../plan";
import { readByPatterns } from "../read-by-patterns";
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
  readByPatterns(member)
    .filter(({ name }) => isKnown(name))
    .map(({ name, path }) => ({ text: name, path, pattern: readTopicPattern(name) }));

/** True for a member that reads topics of which no more is known than that. */
export const readsUnknown = (member: MemberPlan): boolean =>
  [...member.reads, ...readByPatterns(member)].some(({ name }) => !isKnown(name));

/** Instances look for persistent topics only, whatever the pattern says. */
export const matches = (
  { pattern }: MemberPattern,
  { name, persistent }: Pick<TopicUse, "name" | "persistent">,
): boolean => pattern.kind === "expression" && persistent && isKnown(name) && pattern.matches(name);
