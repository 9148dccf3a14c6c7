import { isJsonList, isJsonObject, type Json, JsonNumber } from "../definition-json";
import { type AvroType } from "./avro-type";

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
export function isAvroDefault(type: AvroType | undefined, value: Json | undefined, depth = 0): boolean {
  if (type === undefined) return true;
  if (value === undefined || depth > deepest) return false;
  const fits = (inner: AvroType | undefined, member: Json | undefined): boolean =>
    isAvroDefault(inner, member, depth + 1);
  switch (type.kind) {
    case "primitive":
      return ofPrimitive[type.name]?.(value) ?? true;
    case "enum":
    case "fixed":
      return isText(value);
    case "array":
      return isJsonList(value) && value.every((item) => fits(type.of, item));
    case "map":
      return isJsonObject(value) && Object.values(value).every((item) => fits(type.of, item));
    case "union":
      return type.of.length > 0 && fits(type.of[0], value);
    case "record":
      return (
        isJsonObject(value) &&
        type.fields !== undefined &&
        type.fields.every((field) =>
          fits(field.type, Object.hasOwn(value, field.name) ? value[field.name] : field.default),
        )
      );
  }
}
