import { nearest } from "../../model/nearest";
import { isUnknown } from "../../model/unknown";
import type { CheckFailure } from "../../pulsar/resource/resource";
import { type PackageSchema, type PropertySchema, type Shape, shapeOf } from "./package-schema";
import { holdsSecret, isSecretsNeighbourhood } from "./secret-properties";
import { kindProblem } from "./value-kinds";

type Values = Readonly<Record<string, unknown>>;

/** Arguments of a custom resource or a provider, without the engine's marks. */
export interface CheckedArguments {
  readonly values: Values;
  /** Arguments that the program marked secret: what they hold is not told. */
  readonly secrets: ReadonlySet<string>;
}

/** Finds unknown, missing and wrongly typed arguments of a custom resource. */
export function checkProperties(type: string, given: CheckedArguments, schema: PackageSchema): readonly CheckFailure[] {
  const resource = schema.resources[type];
  if (resource === undefined) return [];
  return checkArguments(
    given,
    { properties: resource.inputProperties ?? {}, required: resource.requiredInputs ?? [] },
    schema,
  );
}

type ObjectShape = Omit<Extract<Shape, { kind: "object" }>, "kind">;

/** Finds unknown, missing and wrongly typed arguments. */
export const checkArguments = (
  { values, secrets }: CheckedArguments,
  shape: ObjectShape,
  schema: PackageSchema,
): readonly CheckFailure[] => checkObject(values, shape, { path: "", isHidden: (key) => secrets.has(key) }, schema);

interface ObjectPlace {
  readonly path: string;
  readonly isHidden: (key: string) => boolean;
}

function checkObject(
  values: Values,
  shape: ObjectShape,
  { path, isHidden }: ObjectPlace,
  schema: PackageSchema,
): readonly CheckFailure[] {
  const names = Object.keys(shape.properties);
  const failures: CheckFailure[] = [];
  for (const [key, value] of Object.entries(values)) {
    if (key.startsWith("__")) continue; // the engine's own, such as __defaults
    // What every object has, such as "constructor", is no argument.
    const property = Object.hasOwn(shape.properties, key) ? shape.properties[key] : undefined;
    const at = path === "" ? key : `${path}.${key}`;
    if (property === undefined) {
      const guess = nearest(key, names);
      const hint = guess === undefined ? `known are ${names.join(", ")}` : `did you mean ${guess}?`;
      // A name that is empty would leave nothing to be found by.
      failures.push({ property: key === "" ? `${at}""` : at, reason: `there is no such argument; ${hint}` });
    } else if (value !== null && value !== undefined) {
      failures.push(...checkValue(value, property, { path: at, hidden: isHidden(key) }, schema));
    }
  }
  for (const key of shape.required) {
    if (values[key] === undefined || values[key] === null) {
      failures.push({ property: path === "" ? key : `${path}.${key}`, reason: "is required" });
    }
  }
  return failures;
}

interface ValuePlace {
  readonly path: string;
  /** The value stands in, or beside, a secret. */
  readonly hidden: boolean;
}

function checkValue(
  value: unknown,
  property: PropertySchema,
  { path, hidden }: ValuePlace,
  schema: PackageSchema,
): readonly CheckFailure[] {
  if (isUnknown(value)) return [];
  const shape = shapeOf(property, schema);
  const problem = kindProblem(value, shape, hidden || holdsSecret(property, schema));
  if (problem !== undefined) return [{ property: path, reason: `must be ${problem.wanted}, not ${problem.given}` }];
  const below = hidden || isSecretsNeighbourhood(property, schema);
  if (shape.kind === "list" && Array.isArray(value)) {
    return value.flatMap((item: unknown, index) =>
      checkValue(item, shape.items, { path: `${path}[${index}]`, hidden: below }, schema),
    );
  }
  if (!isRecord(value)) return [];
  if (shape.kind === "object") return checkObject(value, shape, { path, isHidden: () => below }, schema);
  if (shape.kind !== "map") return [];
  return Object.entries(value).flatMap(([key, item]) =>
    checkValue(item, shape.values, { path: `${path}.${key}`, hidden: below }, schema),
  );
}

const isRecord = (value: unknown): value is Values => typeof value === "object" && value !== null;
