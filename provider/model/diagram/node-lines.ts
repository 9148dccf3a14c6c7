import { grouped } from "../grouped";
import { readFullName } from "../topic-name";
import type { TopologyEdge, TopologyMember, TopologyTopic } from "../topology";
import type { Fold } from "./fold";
import { instanceCount } from "./instance-count";
import { placeLines } from "./place-lines";
import { isPulsarSaid, type PulsarSaying, pulsarText } from "./pulsar-saying";
import { shownLines, shownText, withWord } from "./shown-text";

/** What the texts of a picture are made with. */
export interface Wording {
  /** What topics and patterns are called, by their full texts. */
  readonly topicNames: ReadonlyMap<string, string>;
  /** A large mesh tells functions by their shape alone. */
  readonly isLarge: boolean;
  readonly saying: PulsarSaying;
}

export interface MemberAbout {
  /** As it was, where it changes. */
  readonly earlier: TopologyMember | undefined;
  /** What it writes aside to topics that it has no line to. */
  readonly notes: readonly TopologyEdge[];
}

/** The text of a member. */
export function memberLines(
  member: TopologyMember,
  { earlier, notes }: MemberAbout,
  { topicNames, isLarge }: Wording,
): readonly string[] {
  const { name, kind, patterns = [] } = member;
  const count = instanceCount(member, earlier);
  return [
    ...(isLarge && kind === "function"
      ? withWord(shownLines(name), count)
      : [...shownLines(name), ...withWord([kind], count)]),
    ...placeLines(member, earlier),
    ...patterns.flatMap((pattern) => shownLines(`pattern: ${topicNames.get(pattern) ?? pattern}`)),
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

export interface TopicAbout {
  /** As it was, where it changes. */
  readonly earlier: TopologyTopic | undefined;
  readonly fold: Fold | undefined;
  /** What is said of the box of a Pulsar cluster around it. */
  readonly box: string | undefined;
}

/** The text of a topic that is a node. */
export const topicLines = (
  topic: TopologyTopic,
  { earlier, fold, box }: TopicAbout,
  wording: Wording,
): readonly string[] => [
  ...topicNameLines(topic, wording, earlier),
  ...pulsarLines(topic, earlier, isPulsarSaid(topic, box, wording.saying)),
  ...(fold?.kind === "count" ? countLines(fold.written) : []),
];

function pulsarLines(topic: TopologyTopic, earlier: TopologyTopic | undefined, isSaid: boolean): readonly string[] {
  const now = pulsarText(topic.pulsarClusters);
  const old = earlier === undefined ? now : pulsarText(earlier.pulsarClusters);
  if (old !== now) return shownLines(`Pulsar ${old} → ${now}`);
  return isSaid ? [] : shownLines(`Pulsar ${now}`);
}

const countLines = (written: readonly TopologyEdge[]): readonly string[] =>
  [...grouped(written.map((edge) => [edge.carries ?? "", edge]))].map(
    ([carries, edges]) => `${carries} of ${edges.length} members`,
  );

/** The same for one that stands on a line. */
export function topicNameLines(
  topic: TopologyTopic,
  { topicNames }: Wording,
  earlier: TopologyTopic = topic,
): readonly string[] {
  const [old, now] = [partitionsOf(earlier), partitionsOf(topic)];
  const count = old === now ? now : `${old} → ${now}`;
  return [...shownLines(topicNames.get(topic.name) ?? ""), ...(count === "0" ? [] : [`${count} partitions`])];
}

const partitionsOf = ({ partitions = 0 }: TopologyTopic): string => shownText(String(partitions));
