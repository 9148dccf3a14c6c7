import { argumentPath } from "./argument-path";
import type { ReaderSpec } from "./reader";
import type { KeyedMember } from "./keyed-member";
import type { InputUse, TopicUse } from "./plan";
import { type StatedInput, statedInputs } from "./stated-inputs";
import { readTopicName, topicText, type PulsarHome } from "./topic-name";
import { isKnown } from "./unknown";

/** The topics a member uses. Names that are no names are left out (FM003). */
export interface MemberUses {
  readonly inputs: readonly InputUse[];
  readonly reads: readonly TopicUse[];
  readonly writes?: TopicUse;
  readonly logTopic?: TopicUse;
  readonly deadLetterTopic?: TopicUse;
  readonly lateDataTopic?: TopicUse;
}

/** The tenant, namespace and name that default names are made of. */
export interface MemberIdentity extends PulsarHome {
  readonly name: string;
}

/** `computed` are the arguments whose values other resources compute. */
export function planUses(
  member: KeyedMember,
  identity: MemberIdentity,
  computed: ReadonlySet<string> = new Set(),
): MemberUses {
  const marked = <Use extends TopicUse>(use: Use): Use => (computed.has(use.path) ? { ...use, computed: true } : use);
  const inputs = statedInputs(member)
    .map((input) => planInput(input, identity))
    .filter((input) => input !== undefined)
    .map(marked);
  const uses: Partial<Record<WrittenUses, TopicUse>> = {};
  const texts = writtenTexts(member, identity);
  for (const use of writtenUses) {
    const stated = texts[use];
    if (stated === undefined) continue;
    const planned = planUse(stated.text, argumentPath(member.path, ...stated.steps), identity);
    if (planned !== undefined) uses[use] = marked(planned);
  }
  return { inputs, reads: readsOf(member, inputs), ...uses };
}

/** A connector in place of topics reads none, whatever else is stated. */
function readsOf(member: KeyedMember, inputs: readonly InputUse[]): readonly TopicUse[] {
  if (member.kind === "function" && member.spec.source !== undefined) return [];
  const reads = new Map<string, TopicUse>();
  for (const { name, text, persistent, path, computed, consumer } of inputs) {
    if (consumer.isRegexPattern === true) continue;
    const use = { name, text, persistent, path };
    reads.set(name, computed === true ? { ...use, computed } : use);
  }
  return [...reads.values()];
}

interface StatedUse {
  readonly text: string;
  readonly steps: readonly string[];
}

const writtenUses = ["writes", "logTopic", "deadLetterTopic", "lateDataTopic"] as const;
type WrittenUses = (typeof writtenUses)[number];

function writtenTexts(
  member: KeyedMember,
  identity: MemberIdentity,
): Readonly<Record<WrittenUses, StatedUse | undefined>> {
  const { spec } = member;
  const output =
    member.kind === "sink" || (member.kind === "function" && member.spec.sink !== undefined)
      ? undefined
      : member.spec.output;
  const late = member.kind === "function" ? member.spec.windowConfig?.lateDataTopic : undefined;
  return {
    writes: stated(output?.topic, "output", "topic"),
    logTopic: stated(spec.logTopic, "logTopic"),
    deadLetterTopic:
      member.kind === "source" ? undefined : stated(deadLetterText(member.spec, identity), "deadLetterTopic"),
    lateDataTopic: stated(late, "windowConfig", "lateDataTopic"),
  };
}

const stated = (text: string | undefined, ...steps: readonly string[]): StatedUse | undefined =>
  text === undefined || text === "" ? undefined : { text, steps };

/** With a subscription of its own name, Pulsar's clients choose the dead-letter topic by that. */
function deadLetterText(spec: ReaderSpec, { tenant, pulsarNamespace, name }: MemberIdentity): string | undefined {
  const { deadLetterTopic = "", maxMessageRetry, subscriptionName = "" } = spec;
  if (maxMessageRetry === undefined || (isKnown(maxMessageRetry) && maxMessageRetry <= 0)) return undefined;
  if (deadLetterTopic !== "") return deadLetterTopic;
  return subscriptionName === "" || subscriptionName.includes("\\")
    ? `${tenant}-${pulsarNamespace}-${name}-DLQ`
    : undefined;
}

function planInput({ text, path, consumer }: StatedInput, home: PulsarHome): InputUse | undefined {
  const use = planUse(text, path, home);
  return use === undefined ? undefined : { consumer, ...use };
}

function planUse(text: string, path: string, home: PulsarHome): TopicUse | undefined {
  if (!isKnown(text)) return { name: text, text, persistent: !text.startsWith("non-persistent://"), path };
  const reading = readTopicName(text, home);
  if (reading.kind === "malformed") return undefined;
  return { name: topicText(reading.name), text, persistent: reading.name.persistent, path };
}
