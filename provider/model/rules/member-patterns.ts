import type { MemberPlan } from "../plan";
import { readTopicName, topicText } from "../topic-name";
import { readTopicPattern, type TopicPattern } from "../topic-pattern";
import { isKnown } from "../unknown";
import { statedInputs } from "../stated-inputs";

/** A regular expression over topics that a member reads. */
export interface MemberPattern {
  /** Completed with the member's tenant and namespace. */
  readonly text: string;
  readonly path: string;
  readonly pattern: TopicPattern;
}

/** The patterns of a member whose text is known and names topics of a namespace. */
export const memberPatterns = (member: MemberPlan): readonly MemberPattern[] =>
  statedInputs(member).flatMap(({ text, path, isPattern }) => {
    if (!isPattern || !isKnown(text)) return [];
    const reading = readTopicName(text, member);
    if (reading.kind === "malformed") return [];
    const full = topicText(reading.name);
    return [{ text: full, path, pattern: readTopicPattern(full) }];
  });

export const matches = ({ pattern }: MemberPattern, topic: string): boolean =>
  pattern.kind === "expression" && isKnown(topic) && pattern.matches(topic);
