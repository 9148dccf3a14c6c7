import { isKnown } from "../../model/unknown";
import { type SchemaType } from "../../model/schema";
import { type CheckFailure, type Properties } from "../resource/resource";
import { type Show } from "../resource/show";

/** Whether a type has a definition: `"json"` one that is JSON text, compared as JSON; `"none"` must have none. */
const definitions: Readonly<Record<SchemaType, "json" | "none">> = {
  AVRO: "json",
  BOOLEAN: "none",
  BYTES: "none",
  DOUBLE: "none",
  FLOAT: "none",
  INT16: "none",
  INT32: "none",
  INT64: "none",
  INT8: "none",
  JSON: "json",
  KEY_VALUE: "json",
  PROTOBUF: "json",
  PROTOBUF_NATIVE: "json",
  STRING: "none",
};

export const schemaTypes: readonly string[] = Object.keys(definitions);

/** The broker gives BYTES back as NONE. */
export const normalType = (value: unknown): unknown => (value === "NONE" ? "BYTES" : value);

/** JSON with its keys in order, or the text itself where it is no JSON. */
export function normalDefinition(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.stringify(sorted(JSON.parse(value)));
  } catch {
    return value.trim();
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]));
}

/** The broker answers some of these with a stack trace, and the others without saying what is wrong. */
export function checkDefinition({ type, definition }: Properties, show: Show): readonly CheckFailure[] {
  const kind = Object.entries(definitions).find(([name]) => name === type)?.[1];
  if (kind === undefined || typeof definition !== "string" || !isKnown(definition)) return [];
  if (kind === "none")
    return definition === "" ? [] : [{ property: "definition", reason: `a schema of type ${show(type)} has none.` }];
  return isJsonObject(definition)
    ? []
    : [{ property: "definition", reason: `a schema of type ${show(type)} needs one that is a JSON object.` }];
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
