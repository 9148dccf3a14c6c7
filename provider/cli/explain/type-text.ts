import { type PackageSchema, type PropertySchema, shapeOf } from "../../pulumi/schema/package-schema";

/** A type in words: `list of texts`. */
export function typeText(property: PropertySchema, schema: PackageSchema): string {
  if (property.oneOf !== undefined) return property.oneOf.map((each) => typeText(each, schema)).join(" or ");
  const shape = shapeOf(property, schema);
  switch (shape.kind) {
    case "enum":
      return `one of ${shape.values.join(", ")}`;
    case "list":
      return `list of ${plural(typeText(shape.items, schema))}`;
    case "map":
      return `map from names to ${plural(typeText(shape.values, schema))}`;
    default:
      return words[shape.kind];
  }
}

const words = {
  string: "text",
  boolean: "true or false",
  number: "number",
  integer: "whole number",
  any: "any value",
  asset: "file or text (fn::fileAsset, fn::stringAsset)",
  object: "object",
} as const;

const plural = (text: string): string =>
  /^(?:text|number|whole number|object|any value)$/.test(text) ? `${text}s` : text;
