import type { MemberSpecOfKind } from "./keyed-member";
import type { SchemaSpec } from "./schema";

/** Java's name of an array of bytes: what an instance needs where no class is stated. */
export const bytesClass = "[B";
const stringClass = "java.lang.String";

/** Java class of the messages a member reads; undefined for one that reads nothing. */
export function inputTypeClass(member: MemberSpecOfKind): string | undefined {
  if (member.kind === "source" || member.spec.input === undefined) return undefined;
  return member.spec.input.typeClassName ?? defaultOf(member);
}

/** Java class of the messages a member writes; undefined for one that writes nothing. */
export function outputTypeClass(member: MemberSpecOfKind): string | undefined {
  if (member.kind === "sink" || member.spec.output === undefined) return undefined;
  return member.spec.output.typeClassName ?? defaultOf(member);
}

const defaultOf = (member: MemberSpecOfKind): string =>
  member.kind === "sink" || (member.kind === "function" && member.spec.java !== undefined) ? stringClass : bytesClass;

/**
 * The schema that instances with a type class use when the topic has none. Numbers have none here: they go as JSON (json-value.ts).
 */
const schemas: Readonly<Record<string, SchemaSpec>> = { [stringClass]: { type: "STRING" } };

export const schemaOfTypeClass = (typeClass: string | undefined): SchemaSpec | undefined =>
  typeClass !== undefined && Object.hasOwn(schemas, typeClass) ? schemas[typeClass] : undefined;
