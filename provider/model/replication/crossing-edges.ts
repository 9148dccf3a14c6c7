import type { CrossingEdge, MemberPlan, PlacePlan, TopicUse } from "../plan";
import { isKnown } from "../unknown";
import { writtenTopics } from "../written-topics";

/** Every crossing edge, in the order of the readers. */
export function crossingEdges(members: readonly MemberPlan[]): readonly CrossingEdge[] {
  // With one Pulsar cluster, as in most meshes, there is none.
  if (new Set(members.flatMap(({ places }) => places.map(({ pulsarCluster }) => pulsarCluster))).size < 2) return [];
  const writers = writersOf(members);
  return members.flatMap((reader) =>
    [...reader.reads, ...reader.found].flatMap((use) =>
      (writers.get(use.name) ?? []).flatMap((writer) => crossings(writer, reader, use)),
    ),
  );
}

function writersOf(members: readonly MemberPlan[]): ReadonlyMap<string, readonly MemberPlan[]> {
  const writers = new Map<string, MemberPlan[]>();
  for (const member of members)
    for (const { name } of writtenTopics(member)) {
      if (!isKnown(name)) continue;
      const known = writers.get(name);
      if (known === undefined) writers.set(name, [member]);
      else if (!known.includes(member)) known.push(member);
    }
  return writers;
}

/** What a place writes is read by a place of the reader's in the same Pulsar cluster, else by all that are active elsewhere. */
function crossings(writer: MemberPlan, reader: MemberPlan, use: TopicUse): readonly CrossingEdge[] {
  const edges = writer.places.flatMap((place) =>
    reader.places.some((other) => readsAt(other, place))
      ? []
      : reader.places.filter(({ standby }) => !standby).map((other) => [place.pulsarCluster, other.pulsarCluster]),
  );
  return [...new Map(edges.map((ends) => [ends.join(" "), ends])).values()].map(([from = "", to = ""]) => ({
    topic: use.name,
    writer,
    reader,
    from,
    to,
    path: use.path,
  }));
}

/** A standby takes over from there, together with the reader's own standby there. */
const readsAt = (reader: PlacePlan, writer: PlacePlan): boolean =>
  reader.pulsarCluster === writer.pulsarCluster && (!reader.standby || writer.standby);
