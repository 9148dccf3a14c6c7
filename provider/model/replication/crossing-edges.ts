import type { CrossingEdge, MemberPlan, PlacePlan, TopicUse } from "../plan";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";

/** Every crossing edge, in the order of the readers. */
export function crossingEdges(members: readonly MemberPlan[]): readonly CrossingEdge[] {
  // With one Pulsar cluster, as in most meshes, there is none.
  if (new Set(members.flatMap(({ places }) => places.map(({ pulsarCluster }) => pulsarCluster))).size < 2) return [];
  const writers = usersOf(members, writtenTopics);
  const readers = usersOf(members, readTopics);
  return members.flatMap((reader) =>
    readTopics(reader).flatMap((use) => {
      const ends = { readIn: clustersOf(readers.get(use.name)), writtenIn: clustersOf(writers.get(use.name)) };
      return (writers.get(use.name) ?? []).flatMap((writer) => crossings({ writer, reader, use }, ends));
    }),
  );
}

const readTopics = ({ reads, found }: MemberPlan): readonly TopicUse[] => [...reads, ...found];

function usersOf(
  members: readonly MemberPlan[],
  topicsOf: (member: MemberPlan) => readonly TopicUse[],
): ReadonlyMap<string, readonly MemberPlan[]> {
  const users = new Map<string, MemberPlan[]>();
  for (const member of members)
    for (const { name } of topicsOf(member)) {
      if (!isKnown(name)) continue;
      const known = users.get(name);
      if (known === undefined) users.set(name, [member]);
      else if (!known.includes(member)) known.push(member);
    }
  return users;
}

const clustersOf = (members: readonly MemberPlan[] = []): ReadonlySet<string> =>
  new Set(members.flatMap(({ places }) => places.filter(isActive).map(({ pulsarCluster }) => pulsarCluster)));

const isActive = ({ standby }: PlacePlan): boolean => !standby;

/** The Pulsar clusters in which a topic of one name has users that run. */
interface Ends {
  readonly readIn: ReadonlySet<string>;
  readonly writtenIn: ReadonlySet<string>;
}

/**
 * What a place writes is read by a place of the reader's in the same Pulsar cluster, else by all that are active elsewhere; but for
 * topics of one name that have writers and readers in both clusters, each of which is whole by itself.
 */
function crossings(
  { writer, reader, use }: { readonly writer: MemberPlan; readonly reader: MemberPlan; readonly use: TopicUse },
  { readIn, writtenIn }: Ends,
): readonly CrossingEdge[] {
  const pairs = new Map<string, Pick<CrossingEdge, "from" | "to">>();
  for (const place of writer.places) {
    const from = place.pulsarCluster;
    if (reader.places.some((other) => readsAt(other, place))) continue;
    for (const { pulsarCluster: to } of reader.places.filter(isActive))
      if (!readIn.has(from) || !writtenIn.has(to)) pairs.set(`${from} ${to}`, { from, to });
  }
  return [...pairs.values()].map((ends) => ({ topic: use.name, writer, reader, path: use.path, ...ends }));
}

/** A standby takes over from there, together with the reader's own standby there. */
const readsAt = (reader: PlacePlan, writer: PlacePlan): boolean =>
  reader.pulsarCluster === writer.pulsarCluster && (!reader.standby || writer.standby);
