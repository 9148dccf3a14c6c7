import type { CheckFailure } from "../../pulsar/resource";
import { isKnown, isUnknown } from "../../model/unknown";
import { nearest } from "../../model/nearest";
import { type PackageSchema, type PropertySchema, shapeOf } from "./package-schema";

type Values = Readonly<Record<string, unknown>>;

/** Finds unknown, missing and wrongly typed arguments of a custom resource. */
export function checkProperties(type: string, values: Values, schema: PackageSchema): readonly CheckFailure[] {
  const resource = schema.resources[type];
  if (resource === undefined) return [];
  return checkObject(
    values,
    { properties: resource.inputProperties ?? {}, required: resource.requiredInputs ?? [] },
    "",
    schema,
  );
}

interface ObjectShape {
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
}

export function checkObject(
  values: Values,
  shape: ObjectShape,
  path: string,
  schema: PackageSchema,
): readonly CheckFailure[] {
  const names = Object.keys(shape.properties);
  const failures: CheckFailure[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith("__")) continue; // the engine's own, such as __defaults
    const property = shape.properties[key];
    const at = path === "" ? key : `${path}.${key}`;
    if (property === undefined) {
      const guess = nearest(key, names);
      const hint = guess === undefined ? `known are ${names.join(", ")}` : `did you mean ${guess}?`;
      failures.push({ property: at, reason: `there is no such argument; ${hint}` });
    } else if (value !== null && value !== undefined) {
      failures.push(...checkValue(value, property, at, schema));
    }
  }
  for (const key of shape.required) {
    if (values[key] === undefined || values[key] === null) {
      failures.push({ property: path === "" ? key : `${path}.${key}`, reason: "is required" });
    }
  }
  return failures;
}

function checkValue(
  value: unknown,
  property: PropertySchema,
  path: string,
  schema: PackageSchema,
): readonly CheckFailure[] {
  if (isUnknown(value)) return [];
  const shape = shapeOf(property, schema);
  const fail = (wanted: string): readonly CheckFailure[] => [
    {
      property: path,
      reason: property.secret === true ? `must be ${wanted}` : `must be ${wanted}, not ${describe(value)}`,
    },
  ];
  switch (shape.kind) {
    case "any":
    case "asset":
      return [];
    case "string":
      return typeof value === "string" ? [] : fail("a text");
    case "boolean":
      return typeof value === "boolean" ? [] : fail("true or false");
    case "number":
      return typeof value === "number" ? [] : fail("a number");
    case "integer":
      return typeof value === "number" && Number.isInteger(value) ? [] : fail("a whole number");
    case "enum":
      return shape.values.some((choice) => choice === value) ? [] : fail(`one of ${shape.values.join(", ")}`);
    case "list":
      if (!Array.isArray(value)) return fail("a list");
      return value.flatMap((item, index) => checkValue(item, shape.items, `${path}[${index}]`, schema));
    case "map":
      if (!isRecord(value)) return fail("an object");
      return Object.entries(value).flatMap(([key, item]) => checkValue(item, shape.values, `${path}.${key}`, schema));
    case "object":
      return isRecord(value) ? checkObject(value, shape, path, schema) : fail("an object");
  }
}

const isRecord = (value: unknown): value is Values =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const describe = (value: unknown): string =>
  isKnown(value) && (typeof value !== "object" || value === null)
    ? JSON.stringify(value)
    : Array.isArray(value)
      ? "a list"
      : "an object";

/** The properties that are secret or hold a secret, by the schema. */
export const secretProperties = (properties: Readonly<Record<string, PropertySchema>>): ReadonlySet<string> =>
  new Set(Object.entries(properties).flatMap(([key, property]) => (property.secret === true ? [key] : [])));
