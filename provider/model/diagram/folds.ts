import { grouped } from "../grouped";
import type { Topology, TopologyEdge } from "../topology";
import { edgeKey, type TopologyMarks } from "../topology-marks";
import type { Fold } from "./fold";
import type { Home } from "./homes";
import { isPulsarSaid, pulsarSaying } from "./pulsar-saying";
import { noUses, type TopicUses, topicUses } from "./topic-uses";

/** A mesh of more members is a large one: with all its topics as nodes, its lines can no longer be followed. */
const mostMembers = 12;

/** More lines of these to one topic are counted there. Members say themselves where their dead letters and late data go. */
const mostLines: Readonly<Record<NonNullable<TopologyEdge["carries"]>, number>> = {
  "dead letters": 1,
  "late data": 1,
  "log lines": 3,
};

export const isLarge = ({ members }: Topology): boolean => members.length > mostMembers;

/** The topics of a large mesh that are drawn with less, by name. What is coloured is drawn unless all of it is of one colour. */
export function foldsOf(
  topology: Topology,
  members: ReadonlyMap<string, Home>,
  marks: TopologyMarks | undefined,
): ReadonlyMap<string, Fold> {
  if (!isLarge(topology)) return new Map();
  const uses = topicUses(topology);
  const saying = pulsarSaying(topology);
  return new Map(
    topology.topics.flatMap((topic) => {
      const used = uses.get(topic.name) ?? noUses;
      const isPlaceSaid = boxesOfUsers(used, members).every((box) => isPulsarSaid(topic, box, saying));
      const hidden = topic.owned && isPlaceSaid ? hiddenFold(topic.name, used, marks) : undefined;
      const fold = hidden ?? countFold(used, marks);
      return fold === undefined ? [] : [[topic.name, fold] as const];
    }),
  );
}

/** A topic without a node cannot say in which Pulsar cluster it is: the boxes around its users have to. */
const boxesOfUsers = (
  { written, read }: TopicUses,
  members: ReadonlyMap<string, Home>,
): readonly (string | undefined)[] =>
  [...written.map(({ from }) => from), ...read.map(({ to }) => to)].map((user) => members.get(user)?.pulsar);

/** A topic that leads a member's messages back to it stays a node. */
function hiddenFold(topic: string, { written, read }: TopicUses, marks: TopologyMarks | undefined): Fold | undefined {
  const mark = marks?.nodes.get(topic);
  const [writes, ...otherWrites] = written;
  const [reads, ...otherReads] = read;
  if (writes === undefined || otherWrites.length > 0 || otherReads.length > 0) return undefined;
  if ([...written, ...read].some((edge) => marks?.edges.get(edgeKey(edge)) !== mark)) return undefined;
  if (reads !== undefined) return writes.from === reads.to ? undefined : { kind: "line", written: writes, read: reads };
  return writes.carries === undefined || mark !== undefined ? undefined : { kind: "note", written: writes };
}

function countFold({ written }: TopicUses, marks: TopologyMarks | undefined): Fold | undefined {
  const plain = written.filter((edge) => !marks?.edges.has(edgeKey(edge)));
  const aside = grouped(plain.flatMap((edge) => (edge.carries === undefined ? [] : [[edge.carries, edge] as const])));
  const counted = [...aside].flatMap(([carries, edges]) => (edges.length > mostLines[carries] ? edges : []));
  return counted.length === 0 ? undefined : { kind: "count", written: counted };
}
