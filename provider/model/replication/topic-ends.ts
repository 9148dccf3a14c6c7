import { chosenDeadLetterTopics } from "../fed-topics";
import { relatedTopics } from "../partition-names";
import { patternsOf } from "../patterns-of";
import type { MemberPlan, PlacePlan, TopicUse } from "../plan";
import { isServed } from "../served-places";
import { topicFinder } from "../topic-finder";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";

/** A topic, and the argument by which it is read. */
export type Read = Pick<TopicUse, "name" | "path" | "persistent" | "computed">;

/** Who writes a topic, and by which argument. */
export interface Writer {
  readonly member: MemberPlan;
  readonly use: TopicUse;
}

/** Who writes a topic in one Pulsar cluster: the first of those that run there, and the first of those that only stand by. */
export interface EndsThere {
  readonly pulsarCluster: string;
  running?: Writer;
  standing?: Writer;
}

/** The ends of a topic, by Pulsar cluster. */
export type EndsOfTopic = ReadonlyMap<string, EndsThere>;

export interface TopicEnds {
  /** What each member reads, in their order. */
  readonly readers: readonly { readonly reader: MemberPlan; readonly reads: readonly Read[] }[];
  /** By topic. */
  readonly ends: ReadonlyMap<string, EndsOfTopic>;
}

/** What each member reads, and who writes each topic in which Pulsar cluster. What else is there is not known. */
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
  for (const writer of writersIn(readers))
    for (const place of writer.member.places.filter(isServed))
      endsOf(writer.use.name, place)[place.standby ? "standing" : "running"] ??= writer;
  return { readers: withPartitions(readers, written), ends };
}

type Readers = TopicEnds["readers"];

/** Those that write a topic's name out come first: what follows from their edges is the mesh's to make. */
function writersIn(readers: Readers): readonly Writer[] {
  const all = readers.flatMap(({ reader: member, reads }) =>
    [...writtenTopics(member), ...chosenDeadLetterTopics(member, reads)]
      .filter(({ name }) => isKnown(name))
      .map((use) => ({ member, use })),
  );
  const computed = all.filter(({ use }) => use.computed === true);
  return computed.length === 0 ? all : [...all.filter(({ use }) => use.computed !== true), ...computed];
}

/** Who reads a partition reads what is written to its topic, and the reverse. */
function withPartitions(readers: Readers, written: readonly TopicUse[]): Readers {
  const names = [written, ...readers.map(({ reads }) => reads)].flatMap((uses) => uses.map(({ name }) => name));
  const related = relatedTopics(names);
  return readers.map(({ reader, reads }) => {
    const all = new Map<string, Read>(reads.map((use) => [use.name, use]));
    for (const use of reads) for (const name of related(use.name)) if (!all.has(name)) all.set(name, { ...use, name });
    return { reader, reads: [...all.values()] };
  });
}

/** Each topic once: by its name rather than by a pattern. */
function readTopics(reader: MemberPlan, matching: ReturnType<typeof topicFinder<TopicUse>>): readonly Read[] {
  const reads = new Map<string, Read>();
  for (const use of reader.reads) reads.set(use.name, use);
  for (const use of patternsOf(reader))
    for (const { name, persistent } of matching(use))
      if (!reads.has(name)) reads.set(name, { ...use, name, persistent });
  return [...reads.values()];
}
