/** What a number, or true and false, is as JSON of its own: Avro's name of it, by which brokers compare such schemas. */
export type JsonValue = "boolean" | "double" | "float" | "int" | "long";

const values: Readonly<Record<string, JsonValue>> = {
  "java.lang.Boolean": "boolean",
  "java.lang.Byte": "int",
  "java.lang.Short": "int",
  "java.lang.Integer": "int",
  "java.lang.Long": "long",
  "java.lang.Float": "float",
  "java.lang.Double": "double",
};

/** What instances in Java write messages of a class as, where their topic has no schema; undefined for every other class. */
export const jsonValueOf = (typeClass: string): JsonValue | undefined =>
  Object.hasOwn(values, typeClass) ? values[typeClass] : undefined;

const widening: readonly JsonValue[] = ["int", "long", "float", "double"];

/** True where a reader of the one value takes what was written as the other one: numbers become wider ones. */
export const canRead = (reader: JsonValue, written: JsonValue): boolean =>
  reader === written || (written !== "boolean" && widening.indexOf(reader) >= widening.indexOf(written));
