import type { CrossingEdge, MemberPlan, PlacePlan } from "../plan";
import { runningClusters } from "../running-clusters";
import { isServed } from "../served-places";
import { type EndsThere, type Read, topicEnds } from "./topic-ends";

/**
 * The edges between Pulsar clusters, in the order of the readers: of each reader and topic one for each two clusters, with the first
 * that writes there. By a pattern a member reads the topics that others of the mesh write.
 */
export function crossingEdges(members: readonly MemberPlan[]): readonly CrossingEdge[] {
  // With one Pulsar cluster, as in most meshes, there is none.
  if (new Set(members.flatMap(({ places }) => places.map(({ pulsarCluster }) => pulsarCluster))).size < 2) return [];
  const { readers, ends } = topicEnds(members);
  return readers.flatMap(({ reader, reads }) =>
    reads.flatMap((use) => [...(ends.get(use.name)?.values() ?? [])].flatMap((there) => crossings(reader, use, there))),
  );
}

/** What is written in a cluster is read by a place of the reader's there, else by all of its places that run elsewhere. */
function crossings(reader: MemberPlan, use: Read, there: EndsThere): readonly CrossingEdge[] {
  const { pulsarCluster: from } = there;
  const places = reader.places.filter(isServed);
  const here = places.filter(({ pulsarCluster }) => pulsarCluster === from);
  // A standby takes over from there, together with the reader's own standby there.
  const writer = here.length === 0 ? (there.running ?? there.standing) : there.running;
  if (writer === undefined || here.some(isRunning)) return [];
  const computed = use.computed === true || writer.use.computed === true ? { computed: true as const } : {};
  const edge = { topic: use.name, writer: writer.member, reader, from, path: use.path };
  return runningClusters(reader).map((to) => ({ ...edge, to, ...computed }));
}

const isRunning = ({ standby }: PlacePlan): boolean => !standby;
