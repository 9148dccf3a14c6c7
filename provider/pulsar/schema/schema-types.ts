import { type SchemaType } from "../../model/schema";
import { type Field } from "../resource/field";

/** What the definition of a type is: an Avro schema, a description of a protobuf message, or none. */
export type DefinitionKind = "avro" | "keyValue" | "none" | "protobuf";

const kinds: Readonly<Record<SchemaType, DefinitionKind>> = {
  AVRO: "avro",
  BOOLEAN: "none",
  BYTES: "none",
  DATE: "none",
  DOUBLE: "none",
  FLOAT: "none",
  INSTANT: "none",
  INT16: "none",
  INT32: "none",
  INT64: "none",
  INT8: "none",
  JSON: "avro",
  KEY_VALUE: "keyValue",
  LOCAL_DATE: "none",
  LOCAL_DATE_TIME: "none",
  LOCAL_TIME: "none",
  PROTOBUF: "avro",
  PROTOBUF_NATIVE: "protobuf",
  STRING: "none",
  TIME: "none",
  TIMESTAMP: "none",
};

/** `undefined` for what is no type. */
export const definitionKind = (type: unknown): DefinitionKind | undefined =>
  Object.entries(kinds).find(([name]) => name === type)?.[1];

/** Pulsar gives BYTES back as NONE. */
export const normalType = (value: unknown): unknown => (value === "NONE" ? "BYTES" : value);

const ofClients =
  "is how a client takes or brings whatever schema the topic has, and none of the topic: leave the schema out.";

const instead: Readonly<Record<string, string>> = {
  AUTO: ofClients,
  AUTO_CONSUME: ofClients,
  AUTO_PUBLISH: ofClients,
  NONE: 'is what Pulsar calls bytes when it is asked: write "BYTES".',
};

/** Pulsar answers a type that it does not know, also one in small letters, with a stack trace. */
export const checkSchemaType: NonNullable<Field["check"]> = (value, path, show) => {
  if (definitionKind(value) !== undefined) return [];
  const known = Object.keys(kinds);
  const upper = typeof value === "string" ? value.toUpperCase() : "";
  const help =
    instead[upper] ??
    (known.includes(upper)
      ? `is no type of schema: write ${JSON.stringify(upper)}.`
      : `is not one of ${known.map((name) => JSON.stringify(name)).join(", ")}.`);
  return [{ property: path, reason: `${show(value)} ${help}` }];
};
