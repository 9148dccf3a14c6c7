import { isJsonList, isJsonObject, type Json, JsonNumber, type JsonObject } from "../definition-json";
import { type AvroField, type AvroRecord, type AvroType } from "./avro-type";

const isText = (value: Json): boolean => typeof value === "string";
const isNumber = (value: Json): boolean => value instanceof JsonNumber;

const wholeWithin =
  (bits: bigint) =>
  (value: Json): boolean => {
    if (!(value instanceof JsonNumber) || !value.isWhole) return false;
    const number = BigInt(value.text);
    return number >= -(2n ** bits) && number < 2n ** bits;
  };

const ofPrimitive: Readonly<Record<string, (value: Json) => boolean>> = {
  boolean: (value) => typeof value === "boolean",
  bytes: isText,
  double: isNumber,
  float: isNumber,
  int: wholeWithin(31n),
  long: wholeWithin(63n),
  null: (value) => value === null,
  string: isText,
};

/** A field of its own, unlike an item or a member, may say NaN, infinity and other numbers as a text. */
export const isNumberAsText = (type: AvroType | undefined, value: Json): boolean =>
  type?.kind === "primitive" &&
  (type.name === "double" || type.name === "float") &&
  typeof value === "string" &&
  /^\s*[+-]?(NaN|Infinity|(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?)\s*$/.test(value);

/** Records may hold themselves; nobody writes defaults this deep. */
const deepest = 100;

/**
 * Whether a value can be the default of a field, as Pulsar judges when it reads the schema later: it stores one that cannot, and
 * from then on refuses every other schema of the topic.
 */
export const isAvroDefault = (type: AvroType | undefined, value: Json | undefined): boolean =>
  new DefaultChecker().fits(type, value, 0);

class DefaultChecker {
  /** A record whose fields have records as defaults is met again and again: twice as often with each level. */
  private readonly fitting = new Map<AvroRecord, Set<Json>>();

  fits(type: AvroType | undefined, value: Json | undefined, depth: number): boolean {
    if (type === undefined) return true;
    if (value === undefined || depth > deepest) return false;
    const inner = (of: AvroType | undefined, member: Json): boolean => this.fits(of, member, depth + 1);
    switch (type.kind) {
      case "primitive":
        return ofPrimitive[type.name]?.(value) ?? true;
      case "enum":
      case "fixed":
        return isText(value);
      case "array":
        return isJsonList(value) && value.every((item) => inner(type.of, item));
      case "map":
        return isJsonObject(value) && Object.values(value).every((item) => inner(type.of, item));
      case "union":
        return type.of.length > 0 && inner(type.of[0], value);
      case "record":
        return isJsonObject(value) && this.fitsRecord(type, value, depth);
    }
  }

  private fitsRecord(record: AvroRecord, value: JsonObject, depth: number): boolean {
    const known = this.fitting.get(record) ?? new Set();
    if (known.has(value)) return true;
    const { fields } = record;
    if (fields === undefined) return false;
    const memberOf = ({ name, default: preset }: AvroField): Json | undefined =>
      Object.hasOwn(value, name) ? value[name] : preset;
    const fits = fields.every((field) => this.fits(field.type, memberOf(field), depth + 1));
    // One that does not fit ends the whole check.
    if (fits) this.fitting.set(record, known.add(value));
    return fits;
  }
}
