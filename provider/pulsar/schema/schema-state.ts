import { recordOf, textRecordOf } from "../resource/decode";
import { differingFields } from "../resource/diff";
import { type Properties, type Secrets } from "../resource/resource";
import { parseDefinition, printJson } from "./definition-json";
import { brokerForm } from "./definition-form";
import { keyValueFields, keyValueProperties } from "./key-value";
import { type SchemaBody } from "./schema-api";
import { fieldsAtBroker } from "./schema-args";
import { definitionKind, normalType } from "./schema-types";

/** A schema in our words, with those properties only that are declared: clients add their own. */
export function actualFields(actual: SchemaBody, declared: Properties): Properties {
  const { type, schema, properties } = wholeFields(actual);
  const own = { type, definition: schema, properties: declaredOf(properties, declared) };
  if (type !== "KEY_VALUE") return { ...own, ...absent(declared) };
  const { key, value, encoding } = keyValueFields(actual.schema, actual.properties);
  return { ...own, key: partOf(key, declared["key"]), value: partOf(value, declared["value"]), encoding };
}

/** All that a schema has in our words, for an import. */
export function importedFields(actual: SchemaBody): Properties {
  const { type, schema, properties } = wholeFields(actual);
  if (type !== "KEY_VALUE") return { type, definition: schema, properties };
  return { type, properties, ...keyValueFields(actual.schema, actual.properties) };
}

function wholeFields({ type, schema, properties }: SchemaBody): SchemaBody {
  if (type !== "KEY_VALUE") return { type: String(normalType(type)), schema, properties };
  const own = Object.entries(properties).filter(([name]) => !keyValueProperties.includes(name));
  return { type, schema: "", properties: Object.fromEntries(own) };
}

function declaredOf(properties: Readonly<Record<string, string>>, declared: Properties): Properties {
  const wanted = recordOf(declared["properties"]);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => Object.hasOwn(wanted, name)));
}

function partOf(part: unknown, declared: unknown): Properties {
  const { properties, ...rest } = recordOf(part);
  const own = declaredOf(textRecordOf(properties), recordOf(declared));
  return { ...rest, ...(Object.keys(own).length === 0 ? {} : { properties: own }) };
}

/** What was declared of pairs is gone where the topic has another type now. */
const absent = (declared: Properties): Properties =>
  Object.fromEntries(
    ["key", "value", "encoding"].filter((name) => declared[name] !== undefined).map((name) => [name, undefined]),
  );

/** Declared arguments that are others at the broker, as messages name them. */
export const differing = (actual: SchemaBody, inputs: Properties, secrets?: Secrets): readonly string[] =>
  differingFields(fieldsAtBroker, inputs, actualFields(actual, inputs), secrets);

/**
 * By what Pulsar recognises a schema that the topic has already: two with the same are one version to it, whatever their
 * properties. Of pairs it looks at the definitions only, not at types and encoding.
 */
export function identityOf({ type, schema }: SchemaBody): string {
  const kind = definitionKind(normalType(type));
  const json = kind === "keyValue" ? parseDefinition(schema) : undefined;
  const definition = kind === "avro" ? String(brokerForm(schema)) : json === undefined ? schema : printJson(json);
  return `${String(normalType(type))} ${definition}`;
}
