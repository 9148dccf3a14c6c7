import { type PackageSchema, type PropertySchema, type Shape, shapeOf } from "../../pulumi/schema/package-schema";
import { changeText } from "./change-text";
import { descriptionOf, fieldText, firstSentence } from "./field-text";
import type { Field } from "./find-field";
import { typeText } from "./type-text";
import { wrapped } from "./wrapped";

/** What is known of a field, for people. */
export function printField(field: Field, schema: PackageSchema): string {
  const { text, byDefault, example } = fieldText(textOf(field.property, schema));
  const isMultiline = example?.includes("\n") === true;
  const facts = [
    ["type", typeText(field.property, schema)],
    ["default", field.isRequired ? "none: it must be stated" : byDefault],
    ["example", isMultiline ? undefined : example],
    ["change", changeText(field)],
  ] as const;
  const lines = facts.map(([name, value]) => (value === undefined ? "" : fact(name, value)));
  const block = isMultiline ? `\n  example\n${example?.replaceAll(/^/gm, "    ")}\n` : "";
  return `${field.path}\n\n${wrapped(text, "  ")}\n${lines.join("")}${block}${fieldsBelow(field.property, schema)}`;
}

const fact = (name: string, value: string): string => `  ${name.padEnd(9)}${wrapped(value, "           ").trimStart()}`;

/** The docstring of a field, or of its type where it has none of its own. */
const textOf = (property: PropertySchema, schema: PackageSchema): string =>
  descriptionOf(property) || descriptionOf(schema.types?.[property.$ref?.replace("#/types/", "") ?? ""] ?? {});

/** The fields of an object, or of the entries of a map or list. */
function fieldsBelow(property: PropertySchema, schema: PackageSchema): string {
  const shape = entryShape(shapeOf(property, schema), schema);
  if (shape.kind !== "object") return "";
  return `\n  fields\n${fieldList(shape.properties, schema)}`;
}

function entryShape(shape: Shape, schema: PackageSchema): Shape {
  if (shape.kind === "map") return entryShape(shapeOf(shape.values, schema), schema);
  return shape.kind === "list" ? entryShape(shapeOf(shape.items, schema), schema) : shape;
}

/** Names with the first sentence of each. */
export function fieldList(properties: Readonly<Record<string, PropertySchema>>, schema: PackageSchema): string {
  const width = Math.max(...Object.keys(properties).map((name) => name.length)) + 2;
  const indent = " ".repeat(width + 4);
  return Object.entries(properties)
    .map(([name, property]) => {
      const text = firstSentence(fieldText(textOf(property, schema)).text);
      return `    ${name.padEnd(width)}${wrapped(text, indent).trimStart() || "\n"}`;
    })
    .join("");
}
