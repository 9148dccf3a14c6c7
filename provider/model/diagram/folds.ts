import type { Topology, TopologyTopic } from "../topology";
import { edgeKey, type TopologyMarks } from "../topology-marks";
import type { Fold } from "./fold";
import { type Home, isInSeveralPulsarClusters } from "./homes";
import { noUses, type TopicUses, topicUses } from "./topic-uses";

/** A mesh of more members is a large one: with all its topics as nodes, its lines can no longer be followed. */
const mostMembers = 12;
const mostLogLines = 3;

export const isLarge = ({ members }: Topology): boolean => members.length > mostMembers;

/** The topics of a large mesh that are drawn with less, by name. What is coloured is drawn unless all of it is of one colour. */
export function foldsOf(
  topology: Topology,
  members: ReadonlyMap<string, Home>,
  marks: TopologyMarks | undefined,
): ReadonlyMap<string, Fold> {
  if (!isLarge(topology)) return new Map();
  const uses = topicUses(topology);
  const hasPulsarBoxes = isInSeveralPulsarClusters(topology);
  return new Map(
    topology.topics.flatMap((topic) => {
      const used = uses.get(topic.name) ?? noUses;
      const isPlaceSaid = !hasPulsarBoxes || livesWithItsUsers(topic, used, members);
      const hidden = topic.owned && isPlaceSaid ? hiddenFold(topic.name, used, marks) : undefined;
      const fold = hidden ?? countFold(used, marks);
      return fold === undefined ? [] : [[topic.name, fold] as const];
    }),
  );
}

/** A topic without a node cannot say in which Pulsar cluster it is: the box around its users has to. */
function livesWithItsUsers(
  { pulsarClusters }: TopologyTopic,
  { written, read }: TopicUses,
  members: ReadonlyMap<string, Home>,
): boolean {
  const users = [...written.map(({ from }) => from), ...read.map(({ to }) => to)];
  return pulsarClusters.every((cluster) => users.every((user) => members.get(user)?.pulsar === cluster));
}

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
  const logs = written.filter((edge) => edge.carries === "log lines" && !marks?.edges.has(edgeKey(edge)));
  return logs.length > mostLogLines ? { kind: "count", written: logs } : undefined;
}
