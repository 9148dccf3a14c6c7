import { relatedTopics } from "../partition-names";
import type { CrossingEdge, MemberPlan, PlacePlan, TopicUse } from "../plan";
import { patternsOf } from "../patterns-of";
import { isServed } from "../served-places";
import { topicFinder } from "../topic-finder";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";

/**
 * The edges between Pulsar clusters, in the order of the readers: of each reader and topic one for each two clusters, with the first
 * that writes there. By a pattern a member reads the topics that others of the mesh write; what else is there is not known.
 */
export function crossingEdges(members: readonly MemberPlan[]): readonly CrossingEdge[] {
  // With one Pulsar cluster, as in most meshes, there is none.
  if (new Set(members.flatMap(({ places }) => places.map(({ pulsarCluster }) => pulsarCluster))).size < 2) return [];
  const writers = writersOf(members);
  const matching = topicFinder([...writers].map(([name, { persistent }]) => ({ name, persistent })));
  const related = relatedTopics([...writers.keys(), ...members.flatMap(({ reads }) => reads.map(({ name }) => name))]);
  return members.flatMap((reader) =>
    readTopics(reader, matching).flatMap((use) =>
      [use.name, ...related(use.name)].flatMap((name) =>
        [...(writers.get(name)?.byCluster.values() ?? [])].flatMap((ends) => crossings(reader, { ...use, name }, ends)),
      ),
    ),
  );
}

/** A topic, and the argument by which it is read. */
type Read = Pick<TopicUse, "name" | "path" | "computed">;

/** Each topic once: by its name rather than by a pattern. */
function readTopics(reader: MemberPlan, matching: ReturnType<typeof topicFinder>): readonly Read[] {
  const reads = new Map<string, Read>();
  for (const use of reader.reads) reads.set(use.name, use);
  for (const use of patternsOf(reader))
    for (const { name } of matching(use)) if (!reads.has(name)) reads.set(name, { name, path: use.path });
  return [...reads.values()];
}

interface Writer {
  readonly member: MemberPlan;
  readonly use: TopicUse;
}

/** Who writes a topic in one Pulsar cluster: the first of those that run there, and the first of those that only stand by. */
interface WritersThere {
  readonly pulsarCluster: string;
  running?: Writer;
  standing?: Writer;
}

/** Of one topic, by Pulsar cluster. */
interface WritersOfTopic {
  readonly persistent: boolean;
  readonly byCluster: Map<string, WritersThere>;
}

/** By topic. */
type Writers = ReadonlyMap<string, WritersOfTopic>;

function writersOf(members: readonly MemberPlan[]): Writers {
  const writers = new Map<string, WritersOfTopic>();
  for (const writer of inOrder(members)) {
    const { name, persistent } = writer.use;
    const ofTopic = writers.get(name) ?? { persistent, byCluster: new Map<string, WritersThere>() };
    writers.set(name, ofTopic);
    const { byCluster } = ofTopic;
    for (const { pulsarCluster, standby } of writer.member.places.filter(isServed)) {
      const there = byCluster.get(pulsarCluster) ?? { pulsarCluster };
      byCluster.set(pulsarCluster, there);
      there[standby ? "standing" : "running"] ??= writer;
    }
  }
  return writers;
}

/** Those that write a topic's name out come first: what follows from their edges is the mesh's to make. */
function inOrder(members: readonly MemberPlan[]): readonly Writer[] {
  const all = members.flatMap((member) =>
    writtenTopics(member)
      .filter(({ name }) => isKnown(name))
      .map((use) => ({ member, use })),
  );
  const computed = all.filter(({ use }) => use.computed === true);
  return computed.length === 0 ? all : [...all.filter(({ use }) => use.computed !== true), ...computed];
}

/** What is written in a cluster is read by a place of the reader's there, else by all of its places that run elsewhere. */
function crossings(reader: MemberPlan, use: Read, there: WritersThere): readonly CrossingEdge[] {
  const { pulsarCluster: from } = there;
  const places = reader.places.filter(isServed);
  const here = places.filter(({ pulsarCluster }) => pulsarCluster === from);
  // A standby takes over from there, together with the reader's own standby there.
  const writer = here.length === 0 ? (there.running ?? there.standing) : there.running;
  if (writer === undefined || here.some(isRunning)) return [];
  const others = new Set(places.filter(isRunning).map(({ pulsarCluster }) => pulsarCluster));
  const isComputed = use.computed === true || writer.use.computed === true;
  const edge = { topic: use.name, writer: writer.member, reader, from, path: use.path };
  return [...others].map((to) => ({ ...edge, to, ...(isComputed ? { computed: true } : {}) }));
}

const isRunning = ({ standby }: PlacePlan): boolean => !standby;
