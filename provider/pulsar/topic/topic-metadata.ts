import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { numberOf, recordOf, textRecordOf } from "../resource/decode";
import { type PulsarTopic, topicPath } from "./topic-path";

export interface TopicMetadata {
  /** 0: not partitioned. */
  readonly partitions: number;
  /** Only of a partitioned topic; the others keep them elsewhere. */
  readonly properties: Readonly<Record<string, string>>;
}

/** The cheapest way to learn whether a topic exists and of which kind it is. `undefined`: it does not. */
export async function topicMetadata(admin: AdminClient, topic: PulsarTopic): Promise<TopicMetadata | undefined> {
  const purpose = `read topic ${topic.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: topicPath(topic, "partitions"), purpose }));
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  return { partitions: numberOf(body["partitions"]) ?? 0, properties: textRecordOf(body["properties"]) };
}
