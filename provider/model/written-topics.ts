import type { MemberPlan, TopicUse } from "./plan";

/** Every topic that a member may write to. */
export const writtenTopics = (member: MemberPlan): readonly TopicUse[] =>
  [member.writes, member.logTopic, member.deadLetterTopic, member.lateDataTopic].filter((use) => use !== undefined);
