import { isUnknown } from "../unknown";
import type { Change } from "./change";
import type { SchemaFacts } from "./schema-facts";
import type { TopicFacts } from "./topic-facts";
import { listed, topicText } from "./member-words";

type FieldTypes = Readonly<Record<string, string>>;

/** What becomes of the schema of a topic. */
export function schemaChanges(before: TopicFacts, after: TopicFacts): readonly Change[] {
  const [old, now] = [before.schema, after.schema];
  const about = { path: `${after.path}.schema`, topic: after.name };
  const of = `the schema of ${topicText(after.name)}`;
  if (old === undefined && now === undefined) return [];
  if (old === undefined)
    return [{ kind: "schemaAdded", ...about, text: `${topicText(after.name)} gets the schema ${typeOf(now)}` }];
  if (now === undefined)
    return [{ kind: "schemaRemoved", ...about, text: `${of} (${typeOf(old)}) is no longer stated` }];
  if (isUnknown(now.type) || isUnknown(now.content)) {
    return [{ kind: "knownWhenApplied", ...about, text: `${of} is known only when applied` }];
  }
  if (old.type !== now.type) {
    return [{ kind: "schemaChanged", ...about, text: `${of} changes its type (${typeOf(old)} → ${typeOf(now)})` }];
  }
  if (old.content === now.content) return [];
  return [{ ...contentChange(old, now, of), ...about }];
}

const typeOf = (schema: SchemaFacts | undefined): string =>
  schema === undefined || isUnknown(schema.type) ? "known only when applied" : String(schema.type);

function contentChange(old: SchemaFacts, now: SchemaFacts, of: string): Pick<Change, "kind" | "text"> {
  if (old.fields === undefined || now.fields === undefined) return { kind: "schemaChanged", text: `${of} changes` };
  const { wider, narrower, other } = comparedFields(old.fields, now.fields);
  const all = [...wider, ...narrower, ...other];
  if (all.length === 0) return { kind: "schemaChanged", text: `${of} changes, its fields stay` };
  if (narrower.length + other.length === 0) return { kind: "schemaWidened", text: `${of} is widened: ${listed(all)}` };
  if (wider.length + other.length === 0) return { kind: "schemaNarrowed", text: `${of} is narrowed: ${listed(all)}` };
  return { kind: "schemaChanged", text: `${of} changes: ${listed(all)}` };
}

interface ComparedFields {
  readonly wider: readonly string[];
  readonly narrower: readonly string[];
  readonly other: readonly string[];
}

function comparedFields(old: FieldTypes, now: FieldTypes): ComparedFields {
  const wider: string[] = [];
  const narrower: string[] = [];
  const other: string[] = [];
  for (const name of [...new Set([...Object.keys(old), ...Object.keys(now)])].sort()) {
    const [was, is] = [old[name], now[name]];
    if (was === is) continue;
    if (was === undefined) {
      const hasDefault = is?.endsWith("?") === true;
      wider.push(
        `${name} is new${hasDefault ? "" : ", without a default, so that messages written before cannot be read by it"}`,
      );
    } else if (is === undefined) narrower.push(`${name} is gone`);
    else sideOf(was, is, { wider, narrower, other }).push(`${name} changes (${shown(was)} → ${shown(is)})`);
  }
  return { wider, narrower, other };
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
  const [old, now] = [branches(was), branches(is)];
  const covers = (wide: readonly string[], narrow: readonly string[]): boolean =>
    narrow.every((type) => wide.some((other) => other === type || promotions[type]?.includes(other) === true));
  const [isWider, isNarrower] = [covers(now, old), covers(old, now)];
  return isWider === isNarrower ? sides.other : isWider ? sides.wider : sides.narrower;
}

const branches = (type: string): readonly string[] => type.replace(/\?$/, "").split(" or ");
