import { isFindable, patternsOf } from "../patterns-of";
import type { MemberPlan, TopicUse } from "../plan";
import { readInputs } from "../reads-topics";
import { readTopicPattern, type TopicPattern } from "../topic-pattern";
import { isKnown } from "../unknown";

/** A regular expression over topics that a member reads. */
export interface MemberPattern {
  /** Completed with the member's tenant and namespace, with the scheme of what it finds. */
  readonly text: string;
  /** As the argument states it. */
  readonly stated: string;
  readonly path: string;
  readonly pattern: TopicPattern;
  /** Another resource computes it. */
  readonly isComputed: boolean;
}

/** The patterns of a member whose text is known and names topics of a namespace. */
export const memberPatterns = (member: MemberPlan): readonly MemberPattern[] =>
  patternsOf(member)
    .filter(({ name }) => isKnown(name))
    .map(({ name, text, path, computed }) => ({
      text: name,
      stated: text,
      path,
      pattern: readTopicPattern(name),
      isComputed: computed === true,
    }));

/** True for a member that reads topics of which no more is known than that. */
export const readsUnknown = (member: MemberPlan): boolean => readInputs(member).some(({ name }) => !isKnown(name));

export const matches = ({ pattern }: MemberPattern, topic: Pick<TopicUse, "name" | "persistent">): boolean =>
  pattern.kind === "expression" && isFindable(topic) && pattern.matches(topic.name);
