import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { numberOf, recordOf, requiredText, textOf, textRecordOf } from "../resource/decode";
import { type Properties } from "../resource/resource";
import { type PulsarTopic, schemaPath, topicOf } from "../topic/topic-path";
import { keyValueBody } from "./key-value";

/** A schema as the admin API takes it. */
export interface SchemaBody {
  readonly type: string;
  readonly schema: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** A version of a topic's schema at the broker. */
export interface ActualSchema extends SchemaBody {
  readonly version: number;
}

export const schemaTopic = (inputs: Properties): PulsarTopic => topicOf(requiredText(inputs, "topic"));

export function schemaBody(inputs: Properties): SchemaBody {
  const type = requiredText(inputs, "type");
  if (type === "KEY_VALUE") return { type, ...keyValueBody(inputs) };
  return { type, schema: textOf(inputs["definition"]) ?? "", properties: textRecordOf(inputs["properties"]) };
}

/** The newest schema of a topic, or a certain version of it. */
export async function readSchema(
  admin: AdminClient,
  topic: PulsarTopic,
  version?: number,
): Promise<ActualSchema | undefined> {
  const path = schemaPath(topic, "schema", ...(version === undefined ? [] : [String(version)]));
  const response = await unlessNotFound(
    admin.send({ method: "GET", path, purpose: `read the schema of topic ${topic.full}` }),
  );
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  return {
    version: numberOf(body["version"]) ?? 0,
    type: textOf(body["type"]) ?? "",
    schema: textOf(body["data"]) ?? "",
    properties: textRecordOf(body["properties"]),
  };
}

/** The version that it has become, or has been already. */
export async function postSchema(admin: AdminClient, topic: PulsarTopic, body: SchemaBody): Promise<number> {
  const purpose = `register the schema of topic ${topic.full}`;
  const response = await admin.send({ method: "POST", path: schemaPath(topic, "schema"), body, purpose });
  const version = numberOf(recordOf(recordOf(response.json())["version"])["version"]);
  if (version === undefined)
    throw new Error(
      `Pulsar gave the schema of topic ${topic.full} no version: run again, and look at the broker's log if that stays so.`,
    );
  return version;
}

/** Asks, and changes nothing. Fulfilled with the strategy that holds when Pulsar would take the schema. */
export async function askCompatibility(
  admin: AdminClient,
  topic: PulsarTopic,
  body: SchemaBody,
): Promise<string | undefined> {
  const purpose = `ask whether topic ${topic.full} takes the schema`;
  const response = await admin.send({ method: "POST", path: schemaPath(topic, "compatibility"), body, purpose });
  return textOf(recordOf(response.json())["schemaCompatibilityStrategy"]);
}

/** Deletes the newest version and hides the others; with force all are gone, and the next one is version 0 again. */
export async function removeSchema(admin: AdminClient, topic: PulsarTopic, force: boolean): Promise<void> {
  const purpose = `delete the schema of topic ${topic.full}`;
  const query = force ? { query: { force } } : {};
  await unlessNotFound(admin.send({ method: "DELETE", path: schemaPath(topic, "schema"), purpose, ...query }));
}
