import { argumentPath } from "./argument-path";
import type { KeyedMember } from "./keyed-member";
import type { TopicUse } from "./plan";
import { readTopicName, topicText, type PulsarHome } from "./topic-name";
import { isKnown } from "./unknown";

/** The topics a member uses. Names that are no names are left out (FM003). */
export interface MemberUses {
  readonly reads: readonly TopicUse[];
  readonly writes?: TopicUse;
  readonly logTopic?: TopicUse;
}

/** A topic as an argument names it. */
export interface StatedTopic {
  readonly text: string;
  readonly path: string;
}

export interface StatedTopics {
  readonly reads: readonly StatedTopic[];
  readonly writes?: StatedTopic;
  readonly logTopic?: StatedTopic;
}

export function statedTopics(member: KeyedMember): StatedTopics {
  const { path, spec } = member;
  const inputs = (member.kind === "source" ? undefined : member.spec.input?.topics) ?? [];
  const output = member.kind === "sink" ? undefined : member.spec.output;
  return {
    reads: inputs.map((text, index) => ({ text, path: argumentPath(path, "input", "topics", index) })),
    ...(output === undefined ? {} : { writes: { text: output.topic, path: argumentPath(path, "output", "topic") } }),
    ...(spec.logTopic === undefined ? {} : { logTopic: { text: spec.logTopic, path: argumentPath(path, "logTopic") } }),
  };
}

export function planUses(member: KeyedMember, home: PulsarHome): MemberUses {
  const stated = statedTopics(member);
  const reads = new Map(stated.reads.flatMap((topic) => planUse(topic, home)).map((use) => [use.name, use]));
  const [writes] = stated.writes === undefined ? [] : planUse(stated.writes, home);
  const [logTopic] = stated.logTopic === undefined ? [] : planUse(stated.logTopic, home);
  return {
    reads: [...reads.values()],
    ...(writes === undefined ? {} : { writes }),
    ...(logTopic === undefined ? {} : { logTopic }),
  };
}

function planUse({ text, path }: StatedTopic, home: PulsarHome): readonly TopicUse[] {
  if (!isKnown(text)) return [{ name: text, persistent: !text.startsWith("non-persistent://"), path }];
  const reading = readTopicName(text, home);
  if (reading.kind === "malformed") return [];
  return [{ name: topicText(reading.name), persistent: reading.name.persistent, path }];
}
