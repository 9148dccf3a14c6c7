import { avroForm } from "./avro/avro-form";
import { isJsonList, isJsonObject, type Json, type JsonObject, parseDefinition, printJson } from "./definition-json";

/**
 * What may be the reason that one Avro schema cannot follow another: Pulsar quotes both, and does not say what it is. A field that
 * comes or goes with a default is none.
 */
export function definitionChanges(before: string, after: string): readonly string[] {
  const [old, now] = [before, after].map(parseDefinition);
  return old === undefined || now === undefined ? [] : changes(avroForm(old), avroForm(now), "");
}

function changes(old: Json, now: Json, path: string): readonly string[] {
  if (printJson(old) === printJson(now)) return [];
  const [oldFields, nowFields] = [fieldsOf(old), fieldsOf(now)];
  if (oldFields === undefined || nowFields === undefined) {
    return [`${path === "" ? "the schema" : `field ${path}`} was ${told(old)} and is to be ${told(now)}`];
  }
  return [...renamed(old, now, path), ...ofFields(oldFields, nowFields, path)];
}

type RecordFields = ReadonlyMap<string, JsonObject>;

function fieldsOf(type: Json | undefined): RecordFields | undefined {
  if (!isJsonObject(type) || type["type"] !== "record" || !isJsonList(type["fields"])) return undefined;
  return new Map(type["fields"].flatMap((field) => (isJsonObject(field) ? [[String(field["name"]), field]] : [])));
}

const nameOf = (type: Json): string => (isJsonObject(type) ? String(type["name"]) : "");

function renamed(old: Json, now: Json, path: string): readonly string[] {
  const [before, after] = [nameOf(old), nameOf(now)];
  return before === after
    ? []
    : [`record ${before} of ${path === "" ? "the schema" : `field ${path}`} is now ${after}`];
}

function ofFields(old: RecordFields, now: RecordFields, path: string): readonly string[] {
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const withoutDefault = (from: RecordFields, other: RecordFields): readonly string[] =>
    [...from].filter(([name, field]) => !other.has(name) && field["default"] === undefined).map(([name]) => at(name));
  return [
    ...withoutDefault(old, now).map((name) => `field ${name} is gone and had no default`),
    ...withoutDefault(now, old).map((name) => `field ${name} is new and has no default`),
    ...[...now].flatMap(([name, field]) =>
      changes(old.get(name)?.["type"] ?? field["type"] ?? null, field["type"] ?? null, at(name)),
    ),
  ];
}

const longest = 80;

function told(type: Json): string {
  const text = typeof type === "string" ? type : printJson(type);
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
