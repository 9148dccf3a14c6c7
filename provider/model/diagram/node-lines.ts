import { readFullName } from "../topic-name";
import type { TopologyEdge, TopologyMember, TopologyTopic } from "../topology";
import type { Fold } from "./fold";
import { standbyClusters } from "./homes";
import { shownLines, shownText } from "./shown-text";

/** What the texts of a picture are made with. */
export interface Wording {
  /** What topics are called, by their names. */
  readonly topicNames: ReadonlyMap<string, string>;
  /** A large mesh tells functions by their shape alone. */
  readonly isLarge: boolean;
  /** Topics say in which Pulsar clusters they are where their box does not. */
  readonly isInSeveralPulsarClusters: boolean;
}

/** The text of a member, with what it writes aside to topics that have no node. */
export function memberLines(
  member: TopologyMember,
  notes: readonly TopologyEdge[],
  { topicNames, isLarge }: Wording,
): readonly string[] {
  const { name, kind, replicas } = member;
  const count = String(replicas) === "1" ? "" : ` × ${shownText(String(replicas))}`;
  const standby = standbyClusters(member);
  return [
    ...(isLarge && kind === "function" ? shownLines(name + count) : [...shownLines(name), kind + count]),
    ...(standby.length === 0 ? [] : shownLines(`standby in ${standby.join(", ")}`)),
    ...notes.flatMap(({ to, carries = "" }) =>
      isDefaultDeadLetterTopic(to, name) ? [carries] : shownLines(`${carries}: ${topicNames.get(to) ?? ""}`),
    ),
  ];
}

/** Pulsar's name for the dead letters of a subscription, which tells nothing beside its member. */
function isDefaultDeadLetterTopic(topic: string, member: string): boolean {
  const name = readFullName(topic);
  return name !== undefined && name.local === `${name.tenant}-${name.pulsarNamespace}-${member}-DLQ`;
}

/** The text of a topic that is a node. */
export function topicLines(
  topic: TopologyTopic,
  { fold, isInItsBox }: { readonly fold: Fold | undefined; readonly isInItsBox: boolean },
  wording: Wording,
): readonly string[] {
  const { pulsarClusters } = topic;
  const isPlaceSaid = !wording.isInSeveralPulsarClusters || (isInItsBox && pulsarClusters.length === 1);
  return [
    ...topicNameLines(topic, wording),
    ...(isPlaceSaid ? [] : shownLines(`Pulsar ${pulsarClusters.join(", ")}`)),
    ...(fold?.kind === "count" ? [`log lines of ${fold.written.length} members`] : []),
  ];
}

/** The same for one that stands on a line. */
export function topicNameLines({ name, partitions }: TopologyTopic, { topicNames }: Wording): readonly string[] {
  const isPartitioned = partitions !== undefined && String(partitions) !== "0";
  return [
    ...shownLines(topicNames.get(name) ?? ""),
    ...(isPartitioned ? [`${shownText(String(partitions))} partitions`] : []),
  ];
}
