import type { MemberPlan, TopicUse } from "../plan";
import { isKnown } from "../unknown";
import { fedTopics } from "../fed-topics";

/** Who reads a topic, by which arguments, and whether anybody writes it. */
export interface TopicUsers {
  readonly readers: TopicUse[];
  isWritten: boolean;
}

/** The users of each topic whose name is known, in whatever Pulsar cluster: that messages get from one to another is FM020's. */
export function topicUsers(members: readonly MemberPlan[]): ReadonlyMap<string, TopicUsers> {
  const topics = new Map<string, TopicUsers>();
  const usersOf = ({ name }: TopicUse): TopicUsers => {
    const users = topics.get(name) ?? { readers: [], isWritten: false };
    topics.set(name, users);
    return users;
  };
  for (const member of members) {
    for (const use of member.reads.filter(({ name }) => isKnown(name))) usersOf(use).readers.push(use);
    for (const use of fedTopics(member).filter(({ name }) => isKnown(name))) usersOf(use).isWritten = true;
  }
  return topics;
}
