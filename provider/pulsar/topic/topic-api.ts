import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { textRecordOf } from "../resource/decode";
import { stampKey, withoutStamp } from "../resource/ownership";
import { type Properties } from "../resource/resource";
import { readDeleteWhileInactive } from "./topic-inactivity";
import { topicMetadata } from "./topic-metadata";
import { type PulsarTopic, topicPath } from "./topic-path";
import { readPolicies } from "./topic-policy-calls";

/** What of a topic is read. */
export interface ActualTopic {
  readonly partitions: number;
  /** Without our mark; `undefined` where they were not asked for or cannot be read. */
  readonly properties: Readonly<Record<string, string>> | undefined;
  readonly stamp: string | undefined;
  /** `undefined`: not set at the topic, or not asked for. */
  readonly deleteWhileInactive: boolean | undefined;
  /** One entry for each policy that was asked for; `undefined` where it is not set. */
  readonly policies: Properties;
}

/** What to read besides the topic's existence and kind; leaving out what nothing depends on saves calls. */
export interface TopicReading {
  readonly withProperties: boolean;
  readonly withInactivity: boolean;
  /** Names of policies: each is a call. */
  readonly policies: readonly string[];
}

export async function readTopic(
  admin: AdminClient,
  topic: PulsarTopic,
  { withProperties, withInactivity, policies: names }: TopicReading,
): Promise<ActualTopic | undefined> {
  const metadata = await topicMetadata(admin, topic);
  if (metadata === undefined) return undefined;
  const [properties, deleteWhileInactive, policies] = await Promise.all([
    metadata.partitions > 0 ? metadata.properties : withProperties ? readProperties(admin, topic) : undefined,
    topic.persistent && withInactivity ? readDeleteWhileInactive(admin, topic) : undefined,
    topic.persistent || metadata.partitions > 0 ? readPolicies(admin, topic, names) : {},
  ]);
  return {
    partitions: metadata.partitions,
    properties: properties === undefined ? undefined : withoutStamp(properties),
    stamp: properties?.[stampKey],
    deleteWhileInactive,
    policies,
  };
}

async function readProperties(
  admin: AdminClient,
  topic: PulsarTopic,
): Promise<Readonly<Record<string, string>> | undefined> {
  // Pulsar keeps properties only of persistent topics, and of partitioned ones, where they came with the metadata.
  if (!topic.persistent) return undefined;
  const purpose = `read the properties of topic ${topic.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: topicPath(topic, "properties"), purpose }));
  return textRecordOf(response?.json());
}

export interface NewTopic {
  readonly topic: PulsarTopic;
  readonly partitions: number;
  readonly properties: Readonly<Record<string, string>>;
}

/**
 * Creates a topic together with its properties, so that it carries its mark at once. Without partitions the broker makes the
 * topic first and writes the properties then: one that dies in between leaves a bare topic.
 */
export async function putTopic(admin: AdminClient, { topic, partitions, properties }: NewTopic): Promise<void> {
  const purpose = `create topic ${topic.full}`;
  if (partitions === 0) {
    await admin.send({ method: "PUT", path: topicPath(topic), body: properties, purpose });
    return;
  }
  await admin.send({
    method: "PUT",
    path: topicPath(topic, "partitions"),
    body: { partitions, properties },
    contentType: "application/vnd.partitioned-topic-metadata+json",
    timeoutMs: partitionsTimeoutMs(partitions),
    purpose,
  });
}

/** Each partition is a topic of its own that the broker makes before it answers. */
export const partitionsTimeoutMs = (partitions: number): number => 30_000 + partitions * 50;

/** Completes a partitioned topic whose creation was cut off after its metadata. */
export async function completePartitions(admin: AdminClient, topic: PulsarTopic): Promise<void> {
  const purpose = `complete the partitions of topic ${topic.full}`;
  await admin.send({ method: "POST", path: topicPath(topic, "createMissedPartitions"), purpose });
}

/** Adds and changes properties; others stay. Never sends a null, which would make the broker hang for good. */
export async function mergeProperties(
  admin: AdminClient,
  topic: PulsarTopic,
  properties: Readonly<Record<string, string>>,
): Promise<void> {
  if (!topic.persistent || Object.keys(properties).length === 0) return;
  const purpose = `set properties of topic ${topic.full}`;
  await admin.send({ method: "PUT", path: topicPath(topic, "properties"), body: properties, purpose });
}

export async function removeProperty(admin: AdminClient, topic: PulsarTopic, key: string): Promise<void> {
  if (!topic.persistent) return;
  const purpose = `remove property ${key} of topic ${topic.full}`;
  await unlessNotFound(admin.send({ method: "DELETE", path: topicPath(topic, "properties"), query: { key }, purpose }));
}

export async function deleteTopicOnce(admin: AdminClient, topic: PulsarTopic, isPartitioned: boolean): Promise<void> {
  const path = topicPath(topic, ...(isPartitioned ? ["partitions"] : []));
  await admin.send({ method: "DELETE", path, purpose: `delete topic ${topic.full}` });
}
