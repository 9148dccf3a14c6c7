import { argumentPath } from "./argument-path";
import { defaultDeadLetterTopic, type MemberIdentity, sendsDeadLetters } from "./default-dead-letters";
import type { ReaderSpec } from "./reader";
import type { KeyedMember } from "./keyed-member";
import type { InputUse, TopicUse } from "./plan";
import { readsTopics } from "./reads-topics";
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
    if (planned !== undefined) uses[use] = stated.follows === true ? planned : marked(planned);
  }
  return { inputs, reads: readsOf(member, inputs), ...uses };
}

function readsOf(member: KeyedMember, inputs: readonly InputUse[]): readonly TopicUse[] {
  if (!readsTopics(member)) return [];
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
  /** It follows from the argument there, and is not what that says. */
  readonly follows?: true;
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
    deadLetterTopic: member.kind === "source" ? undefined : deadLetters(member.spec, identity),
    lateDataTopic: stated(late, "windowConfig", "lateDataTopic"),
  };
}

const stated = (text: string | undefined, ...steps: readonly string[]): StatedUse | undefined =>
  text === undefined || text === "" ? undefined : { text, steps };

function deadLetters(spec: ReaderSpec, identity: MemberIdentity): StatedUse | undefined {
  const { deadLetterTopic = "" } = spec;
  if (deadLetterTopic !== "" && sendsDeadLetters(spec)) return stated(deadLetterTopic, "deadLetterTopic");
  const text = defaultDeadLetterTopic(spec, identity);
  return text === undefined ? undefined : { text, steps: ["maxMessageRetry"], follows: true };
}

function planInput({ text, path, consumer }: StatedInput, home: PulsarHome): InputUse | undefined {
  const use = planUse(text, path, home);
  if (use === undefined) return undefined;
  return consumer.isRegexPattern === true ? { consumer, ...use, ...findable(use.name) } : { consumer, ...use };
}

/** A pattern finds persistent topics, also where its text begins with `non-persistent://`. */
const findable = (pattern: string): Pick<TopicUse, "name" | "persistent"> => ({
  name: pattern.replace(/^non-persistent:/, "persistent:"),
  persistent: true,
});

function planUse(text: string, path: string, home: PulsarHome): TopicUse | undefined {
  if (!isKnown(text)) return { name: text, text, persistent: !text.startsWith("non-persistent://"), path };
  const reading = readTopicName(text, home);
  if (reading.kind === "malformed") return undefined;
  return { name: topicText(reading.name), text, persistent: reading.name.persistent, path };
}
