import type { MemberPlan, TopicUse } from "../plan";
import { isKnown } from "../unknown";

export interface TopicUser {
  readonly member: MemberPlan;
  readonly use: TopicUse;
}

/** Who reads and who writes a topic. */
export interface TopicUsers {
  readonly readers: TopicUser[];
  readonly writers: TopicUser[];
}

/** The users of each topic whose name is known. */
export function topicUsers(members: readonly MemberPlan[]): ReadonlyMap<string, TopicUsers> {
  const topics = new Map<string, TopicUsers>();
  const add = (side: keyof TopicUsers, member: MemberPlan, use: TopicUse): void => {
    if (!isKnown(use.name)) return;
    const users = topics.get(use.name) ?? { readers: [], writers: [] };
    users[side].push({ member, use });
    topics.set(use.name, users);
  };
  for (const member of members) {
    for (const use of member.reads) add("readers", member, use);
    if (member.writes !== undefined) add("writers", member, member.writes);
    if (member.logTopic !== undefined) add("writers", member, member.logTopic);
  }
  return topics;
}
