import { chosenDeadLetterTopics } from "../fed-topics";
import type { MemberPlan, PlacePlan, TopicUse } from "../plan";
import { readByPatterns } from "../read-by-patterns";
import { isServed } from "../served-places";
import { topicFinder } from "../topic-finder";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";

/** A topic, and the argument by which it is read. */
export type Read = Pick<TopicUse, "name" | "path" | "persistent">;

/** Who is at a topic in one Pulsar cluster: the first who writes there, the first who only stands by for it, and whether anybody reads. */
export interface EndsThere {
  readonly pulsarCluster: string;
  running?: MemberPlan;
  standing?: MemberPlan;
  isRead?: true;
}

/** The ends of a topic, by Pulsar cluster. */
export type EndsOfTopic = ReadonlyMap<string, EndsThere>;

export interface TopicEnds {
  /** What each member reads, in their order. */
  readonly readers: readonly { readonly reader: MemberPlan; readonly reads: readonly Read[] }[];
  /** By topic. */
  readonly ends: ReadonlyMap<string, EndsOfTopic>;
}

/** Who writes and who reads each topic, in which Pulsar cluster. What else is there is not known. */
export function topicEnds(members: readonly MemberPlan[]): TopicEnds {
  const written = members.flatMap(writtenTopics).filter(({ name }) => isKnown(name));
  const matching = topicFinder([...new Map(written.map((use) => [use.name, use])).values()]);
  const readers = members.map((reader) => ({ reader, reads: readTopics(reader, matching) }));
  const ends = new Map<string, Map<string, EndsThere>>();
  const endsOf = (name: string, { pulsarCluster }: PlacePlan): EndsThere => {
    const ofTopic = ends.get(name) ?? new Map<string, EndsThere>();
    ends.set(name, ofTopic);
    const there = ofTopic.get(pulsarCluster) ?? { pulsarCluster };
    ofTopic.set(pulsarCluster, there);
    return there;
  };
  for (const { reader: member, reads } of readers)
    for (const place of member.places.filter(isServed)) {
      for (const { name } of [...writtenTopics(member), ...chosenDeadLetterTopics(member, reads)])
        if (isKnown(name)) endsOf(name, place)[place.standby ? "standing" : "running"] ??= member;
      if (!place.standby) for (const { name } of reads) endsOf(name, place).isRead = true;
    }
  return { readers, ends };
}

/** Each topic once: by its name rather than by a pattern. */
function readTopics(reader: MemberPlan, matching: ReturnType<typeof topicFinder<TopicUse>>): readonly Read[] {
  const reads = new Map<string, Read>();
  for (const use of reader.reads) reads.set(use.name, use);
  for (const use of readByPatterns(reader))
    for (const { name, persistent } of matching(use))
      if (!reads.has(name)) reads.set(name, { name, persistent, path: use.path });
  return [...reads.values()];
}
