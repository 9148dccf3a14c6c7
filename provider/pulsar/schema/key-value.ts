import { recordOf, textOf, textRecordOf } from "../resource/decode";
import { type Properties } from "../resource/resource";
import { isJsonObject, type Json, parseDefinition, printJson } from "./definition-json";
import { normalType } from "./schema-types";

/** How Pulsar holds a schema of pairs: both definitions in one JSON object, all else in properties. */
export interface KeyValueBody {
  readonly schema: string;
  readonly properties: Readonly<Record<string, string>>;
}

const parts = ["key", "value"] as const;
type Part = (typeof parts)[number];

const propertyOf = (part: Part, word: "name" | "properties" | "type"): string => `${part}.schema.${word}`;
const encodingProperty = "kv.encoding.type";

/** The properties that are not the user's. */
export const keyValueProperties: readonly string[] = [
  ...parts.flatMap((part) => [propertyOf(part, "name"), propertyOf(part, "type"), propertyOf(part, "properties")]),
  encodingProperty,
];

/** Without the types in its properties Pulsar takes such a schema and forgets both definitions. */
export function keyValueBody(inputs: Properties): KeyValueBody {
  const ofParts = parts.map((part) => {
    const { type, properties } = recordOf(inputs[part]);
    return {
      [propertyOf(part, "name")]: "",
      [propertyOf(part, "type")]: String(type),
      [propertyOf(part, "properties")]: JSON.stringify(textRecordOf(properties)),
    };
  });
  const definitions = parts.map((part) => `"${part}":${definitionText(recordOf(inputs[part])["definition"])}`);
  const encoding = textOf(inputs["encoding"]) ?? "INLINE";
  return {
    schema: `{${definitions.join(",")}}`,
    properties: Object.assign({}, textRecordOf(inputs["properties"]), ...ofParts, { [encodingProperty]: encoding }),
  };
}

function definitionText(definition: unknown): string {
  const json = parseDefinition(textOf(definition) ?? "");
  return json === undefined ? '""' : printJson(json);
}

/** The arguments that a schema of pairs has at the broker. */
export function keyValueFields(data: string, properties: Readonly<Record<string, string>>): Properties {
  const json = parseDefinition(data);
  const definitions = isJsonObject(json) ? json : {};
  const ofParts = parts.map((part) => [part, partFields(part, definitions[part] ?? "", properties)]);
  return { ...Object.fromEntries(ofParts), encoding: properties[encodingProperty] ?? "INLINE" };
}

function partFields(part: Part, definition: Json, properties: Readonly<Record<string, string>>): Properties {
  const type = normalType(properties[propertyOf(part, "type")]);
  const own = parsed(properties[propertyOf(part, "properties")]);
  return {
    ...(type === undefined ? {} : { type }),
    ...(definition === "" ? {} : { definition: printJson(definition) }),
    ...(Object.keys(own).length === 0 ? {} : { properties: own }),
  };
}

function parsed(text: string | undefined): Readonly<Record<string, string>> {
  try {
    return textRecordOf(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
