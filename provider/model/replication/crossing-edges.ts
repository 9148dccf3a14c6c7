import { relatedTopics } from "../partition-names";
import type { CrossingEdge, MemberPlan, PlacePlan, TopicUse } from "../plan";
import { isServed } from "../served-places";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";

/**
 * The edges between Pulsar clusters, in the order of the readers: of each reader and topic one for each two clusters, with the first
 * that writes there. A reader by a pattern reads what is there, and asks for nothing.
 */
export function crossingEdges(members: readonly MemberPlan[]): readonly CrossingEdge[] {
  // With one Pulsar cluster, as in most meshes, there is none.
  if (new Set(members.flatMap(({ places }) => places.map(({ pulsarCluster }) => pulsarCluster))).size < 2) return [];
  const writers = writersOf(members);
  const related = relatedTopics([...writers.keys(), ...members.flatMap(({ reads }) => reads.map(({ name }) => name))]);
  return members.flatMap((reader) =>
    reader.reads.flatMap((use) =>
      [use.name, ...related(use.name)].flatMap((name) =>
        [...(writers.get(name)?.values() ?? [])].flatMap((ends) => crossings(reader, { ...use, name }, ends)),
      ),
    ),
  );
}

/** Who writes a topic in one Pulsar cluster: the first of those that run there, and the first of those that only stand by. */
interface WritersThere {
  readonly pulsarCluster: string;
  running?: MemberPlan;
  standing?: MemberPlan;
}

/** By topic, then by Pulsar cluster. */
type Writers = ReadonlyMap<string, ReadonlyMap<string, WritersThere>>;

function writersOf(members: readonly MemberPlan[]): Writers {
  const writers = new Map<string, Map<string, WritersThere>>();
  for (const member of members)
    for (const { name } of writtenTopics(member).filter((use) => isKnown(use.name))) {
      const byCluster = writers.get(name) ?? new Map<string, WritersThere>();
      writers.set(name, byCluster);
      for (const { pulsarCluster, standby } of member.places.filter(isServed)) {
        const there = byCluster.get(pulsarCluster) ?? { pulsarCluster };
        byCluster.set(pulsarCluster, there);
        there[standby ? "standing" : "running"] ??= member;
      }
    }
  return writers;
}

/** What is written in a cluster is read by a place of the reader's there, else by all of its places that run elsewhere. */
function crossings(reader: MemberPlan, use: TopicUse, there: WritersThere): readonly CrossingEdge[] {
  const { pulsarCluster: from } = there;
  const places = reader.places.filter(isServed);
  const here = places.filter(({ pulsarCluster }) => pulsarCluster === from);
  // A standby takes over from there, together with the reader's own standby there.
  const writer = here.length === 0 ? (there.running ?? there.standing) : there.running;
  if (writer === undefined || here.some(isRunning)) return [];
  const others = new Set(places.filter(isRunning).map(({ pulsarCluster }) => pulsarCluster));
  return [...others].map((to) => ({ topic: use.name, writer, reader, from, to, path: use.path }));
}

const isRunning = ({ standby }: PlacePlan): boolean => !standby;
