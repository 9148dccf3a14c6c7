import type { SchemaPartSpec, SchemaSpec } from "../schema";
import { isKnown } from "../unknown";
import { hashed, type Settle, type Settled, settledText } from "./settled";

/** A schema, or that of keys or values, as meshes are compared by it. */
export interface SchemaPartFacts {
  readonly type: Settled;
  /** Of its definition, however it is written. */
  readonly definition?: string;
  /** Of its properties. */
  readonly properties?: string;
  /** The fields of a record by name, each with its type; what has a default ends in `?`. */
  readonly fields?: Readonly<Record<string, string>>;
}

export interface SchemaFacts extends SchemaPartFacts {
  readonly key?: SchemaPartFacts;
  readonly value?: SchemaPartFacts;
  /** Absent where it is the one of pairs that do not state one. */
  readonly encoding?: Settled;
}

export function schemaFacts({ key, value, encoding, ...whole }: SchemaSpec, settle: Settle): SchemaFacts {
  return {
    ...partFacts(whole, settle),
    ...(key === undefined ? {} : { key: partFacts(key, settle) }),
    ...(value === undefined ? {} : { value: partFacts(value, settle) }),
    ...(encoding === undefined || encoding === "INLINE" ? {} : { encoding: settledText(encoding, settle) }),
  };
}

function partFacts({ type, definition, properties }: SchemaPartSpec, settle: Settle): SchemaPartFacts {
  const parsed = parsedDefinition(definition);
  const fields = recordFields(parsed);
  const isDefined = definition !== undefined && definition !== "";
  return {
    type: settledText(type, settle),
    ...(isDefined ? { definition: hashed(parsed ?? definition, settle) } : {}),
    ...(Object.keys(properties ?? {}).length === 0 ? {} : { properties: hashed(properties, settle) }),
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
    const { name, type } = field;
    const nested = recordFields(type);
    const text = nested === undefined ? typeText(type) : nameOf(type);
    fields.push([name, `${text}${"default" in field ? "?" : ""}`]);
    for (const [inner, innerType] of Object.entries(nested ?? {})) fields.push([`${name}.${inner}`, innerType]);
  }
  return Object.fromEntries(fields);
}

const nameOf = (type: unknown): string =>
  isObject(type) && typeof type["name"] === "string" ? type["name"] : "a nested type";

function typeText(type: unknown): string {
  if (typeof type === "string") return type;
  if (isObject(type) && type["type"] === "enum" && Array.isArray(type["symbols"]))
    return `${nameOf(type)} {${type["symbols"].map(String).join(", ")}}`;
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
