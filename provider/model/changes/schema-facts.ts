import type { SchemaSpec } from "../schema";
import { isKnown } from "../unknown";
import { hashed, type Settle, type Settled, settledText } from "./settled";

/** A schema as meshes are compared by it. */
export interface SchemaFacts {
  readonly type: Settled;
  /** Of its definition and properties, however they are written. */
  readonly content?: string;
  /** The fields of a record by name, each with its type; what has a default ends in `?`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export function schemaFacts({ type, definition, properties }: SchemaSpec, settle: Settle): SchemaFacts {
  const parsed = parsedDefinition(definition);
  const fields = recordFields(parsed);
  return {
    type: settledText(type, settle),
    ...(definition === undefined && properties === undefined
      ? {}
      : { content: hashed({ definition: parsed ?? definition, properties }, settle) }),
    ...(fields === undefined ? {} : { fields }),
  };
}

function parsedDefinition(definition: string | undefined): unknown {
  if (definition === undefined || !isKnown(definition)) return undefined;
  try {
    return JSON.parse(definition);
  } catch {
    return undefined;
  }
}

/** Definitions of AVRO and JSON schemas are Avro records. */
function recordFields(definition: unknown): Readonly<Record<string, string>> | undefined {
  if (!isObject(definition) || definition["type"] !== "record" || !Array.isArray(definition["fields"]))
    return undefined;
  const fields: [string, string][] = [];
  for (const field of definition["fields"]) {
    if (!isObject(field) || typeof field["name"] !== "string") return undefined;
    fields.push([field["name"], `${typeText(field["type"])}${"default" in field ? "?" : ""}`]);
  }
  return Object.fromEntries(fields);
}

function typeText(type: unknown): string {
  if (typeof type === "string") return type;
  const text = Array.isArray(type) && type.every((item) => typeof item === "string") ? type.join(" or ") : undefined;
  return (
    text ??
    (isObject(type) && typeof type["name"] === "string"
      ? `${type["name"]} ${hashed(type, (_, kept) => kept)}`
      : hashed(type, (_, kept) => kept))
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
