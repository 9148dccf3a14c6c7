import { isUnknown } from "../unknown";
import type { Change } from "./change";
import type { SchemaFacts, SchemaPartFacts } from "./schema-facts";
import type { TopicFacts } from "./topic-facts";
import { listed, topicText } from "./member-words";

type FieldTypes = Readonly<Record<string, string>>;

/** What becomes of the schema of a topic. */
export function schemaChanges(before: TopicFacts, after: TopicFacts): readonly Change[] {
  const [old, now] = [before.schema, after.schema];
  const follows = now === undefined ? before.schemaFollows : after.schemaFollows;
  const about = { path: follows === true ? after.path : `${after.path}.schema`, topic: after.name };
  const of = `the schema of ${topicText(after.name)}`;
  if (old === undefined && now === undefined) return [];
  if (old === undefined)
    return [
      {
        kind: "schemaAdded",
        ...about,
        text: `${topicText(after.name)} gets the schema ${typeOf(now)}${follows === true ? `, ${whence}` : ""}`,
      },
    ];
  if (now === undefined)
    return [
      {
        kind: "schemaRemoved",
        ...about,
        text: `${of} (${typeOf(old)}) ${follows === true ? "no longer follows from the types of its members" : "is no longer stated"}`,
      },
    ];
  if (isOpen(now)) return [{ kind: "knownWhenApplied", ...about, text: `${of} is known only when applied` }];
  if (old.type !== now.type) {
    return [
      {
        kind: "schemaChanged",
        ...about,
        text: `${of} changes its type (${typeOf(old)} → ${typeOf(now)})${follows === true ? `, ${whence}` : ""}${refused}`,
      },
    ];
  }
  const change = contentChange(old, now, of);
  return change === undefined ? [] : [{ ...change, ...about }];
}

const whence = "which follows from the types of its members";
const refused = ": Pulsar takes another type only where schemaCompatibilityStrategy is ALWAYS_COMPATIBLE";

const typeOf = (schema: SchemaPartFacts | undefined): string =>
  schema === undefined || isUnknown(schema.type) ? "known only when applied" : String(schema.type);

/** The parts of a schema that have a type of their own: itself, and that of keys and values. */
const parts = ["", "key", "value"] as const;
type Part = (typeof parts)[number];

const partOf = (schema: SchemaFacts, part: Part): SchemaPartFacts | undefined => (part === "" ? schema : schema[part]);

const isOpen = (schema: SchemaFacts): boolean =>
  isUnknown(schema.encoding) ||
  parts.some((name) => {
    const part = partOf(schema, name);
    return isUnknown(part?.type) || isUnknown(part?.definition) || isUnknown(part?.properties);
  });

function contentChange(old: SchemaFacts, now: SchemaFacts, of: string): Pick<Change, "kind" | "text"> | undefined {
  const compared = parts.map((part) => comparedParts(part, partOf(old, part), partOf(now, part)));
  const wider = compared.flatMap((part) => part.wider);
  const narrower = compared.flatMap((part) => part.narrower);
  const other = [...compared.flatMap((part) => part.other), ...encodingChange(old, now)];
  const all = [...wider, ...narrower, ...other];
  if (all.length === 0) return undefined;
  if (narrower.length + other.length === 0) return { kind: "schemaWidened", text: `${of} is widened: ${listed(all)}` };
  if (wider.length + other.length === 0) return { kind: "schemaNarrowed", text: `${of} is narrowed: ${listed(all)}` };
  // Pulsar keeps what is beside a definition for as long as that stays, and does not say so.
  const isRefused = parts.every((part) => partOf(old, part)?.definition === partOf(now, part)?.definition);
  return {
    kind: "schemaChanged",
    text: `${of} changes: ${listed(all)}${isRefused ? ", which is refused as long as its definition stays" : ""}`,
  };
}

function encodingChange({ encoding: old = "INLINE" }: SchemaFacts, now: SchemaFacts): readonly string[] {
  const { encoding = "INLINE" } = now;
  return old === encoding ? [] : [`encoding changes (${String(old)} → ${String(encoding)})`];
}

/** What differs in a schema, or in that of its keys or values. */
function comparedParts(part: Part, old?: SchemaPartFacts, now?: SchemaPartFacts): ComparedFields {
  const within = (name: string): string => (part === "" ? name : `${part}.${name}`);
  const types = old?.type === now?.type ? [] : [`${within("type")} changes (${typeOf(old)} → ${typeOf(now)})`];
  const properties = old?.properties === now?.properties ? [] : [`${within("properties")} change`];
  const beside = [...types, ...properties];
  if (old?.definition === now?.definition) return { wider: [], narrower: [], other: beside };
  if (old?.fields === undefined || now?.fields === undefined)
    return { wider: [], narrower: [], other: [...beside, `${within("definition")} changes`] };
  const { wider, narrower, other } = comparedFields(old.fields, now.fields, within);
  const isSame = wider.length + narrower.length + other.length === 0;
  const rest = isSame ? [`${within("definition")} changes, its fields stay`] : other;
  return { wider, narrower, other: [...beside, ...rest] };
}

interface ComparedFields {
  readonly wider: readonly string[];
  readonly narrower: readonly string[];
  readonly other: readonly string[];
}

function comparedFields(old: FieldTypes, now: FieldTypes, within: (name: string) => string): ComparedFields {
  const wider: string[] = [];
  const narrower: string[] = [];
  const other: string[] = [];
  for (const name of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
    const [was, is] = [old[name], now[name]];
    if (was === is || isPartOfWhole(name, old, now)) continue;
    const field = within(name);
    if (was === undefined) {
      // Without a default nobody can read by it what was written before.
      if (is?.endsWith("?") === true) wider.push(`${field} is new`);
      else other.push(`${field} is new, without a default, so that messages written before cannot be read by it`);
    } else if (is === undefined) narrower.push(`${field} is gone`);
    else sideOf(was, is, { wider, narrower, other }).push(`${field} changes ${typesText(was, is)}`);
  }
  return { wider, narrower, other };
}

/** What comes or goes with the record that it is in, also where that becomes a type without fields, or was one. */
function isPartOfWhole(name: string, old: FieldTypes, now: FieldTypes): boolean {
  const ends = [...name.matchAll(/\./g)].map(({ index }) => name.slice(0, index));
  return ends.some((whole) => {
    const [was, is] = [old[whole], now[whole]];
    if (was === undefined || is === undefined) return was !== is;
    return withoutDefault(was) !== withoutDefault(is) && isRecord(whole, old) !== isRecord(whole, now);
  });
}

const isRecord = (name: string, fields: FieldTypes): boolean =>
  Object.keys(fields).some((field) => field.startsWith(`${name}.`));

const withoutDefault = (type: string): string => type.replace(/\?$/, "");

function typesText(was: string, is: string): string {
  const [old, now] = [shown(was), shown(is)];
  return old === now ? `in what it holds (${now})` : `(${old} → ${now})`;
}

/** `Row #1a2b3c4d` is a record of that name, whatever is in it. */
const shown = (type: string): string =>
  type.replace(/ ?#[0-9a-f]{8}/g, "").replace(/\?$/, " with a default") || "a nested type";

/** What Avro reads as another type. */
const promotions: Readonly<Record<string, readonly string[]>> = {
  int: ["long", "float", "double"],
  long: ["float", "double"],
  float: ["double"],
  string: ["bytes"],
  bytes: ["string"],
};

function sideOf<Side>(was: string, is: string, sides: Readonly<Record<"wider" | "narrower" | "other", Side>>): Side {
  const [old, now] = [symbols(was) ?? branches(was), symbols(is) ?? branches(is)];
  const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
    narrow.every((type) => wide.some((other) => other === type || promotions[type]?.includes(other) === true));
  const [isWider, isNarrower] = [covers(now, old), covers(old, now)];
  return isWider === isNarrower ? sides.other : isWider ? sides.wider : sides.narrower;
}

/** Of an enum, each with its name. */
function symbols(type: string): readonly string[] | undefined {
  const [, name = "", list] = /^(.*) \{(.*)\}\??$/.exec(type) ?? [];
  return list?.split(", ").map((symbol) => `${name} ${symbol}`);
}

const branches = (type: string): readonly string[] => withoutDefault(type).split(" or ");
