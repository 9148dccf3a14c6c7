import { readTopicName, type TopicName, topicText } from "../../model/topic-name";
import { adminPath } from "../admin/request";

/** A topic as the admin API's paths need it, with its full name. */
export interface PulsarTopic extends TopicName {
  /** `persistent://tenant/namespace/topic`. */
  readonly full: string;
}

/** `undefined` for a text that is no topic name. Resources know no home that would complete a short one. */
export function parseTopic(text: string): PulsarTopic | undefined {
  if (!text.includes("/")) return undefined;
  const reading = readTopicName(text, { tenant: "", pulsarNamespace: "" });
  return reading.kind === "name" ? { ...reading.name, full: topicText(reading.name) } : undefined;
}

/** For names that check() has made sure of, and for ids. */
export function topicOf(text: string): PulsarTopic {
  const topic = parseTopic(text);
  if (topic === undefined)
    throw new Error(`${JSON.stringify(text)} is not a topic name: write persistent://tenant/namespace/topic.`);
  return topic;
}

export const topicPath = (topic: TopicName, ...rest: readonly string[]): string =>
  adminPath(
    topic.persistent ? "persistent" : "non-persistent",
    topic.tenant,
    topic.pulsarNamespace,
    topic.local,
    ...rest,
  );

export const schemaPath = (topic: TopicName, ...rest: readonly string[]): string =>
  adminPath("schemas", topic.tenant, topic.pulsarNamespace, topic.local, ...rest);

/** The same name for two spellings of it. */
export const normalTopic = (value: unknown): unknown =>
  typeof value === "string" ? (parseTopic(value)?.full ?? value) : value;
