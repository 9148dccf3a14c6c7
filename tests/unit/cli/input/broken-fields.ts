import { topShape } from "../../../../provider/cli/explain/find-field";
import { argumentPath } from "../../../../provider/model/argument-path";
import {
  type PackageSchema,
  type PropertySchema,
  type Shape,
  shapeOf,
} from "../../../../provider/pulumi/schema/package-schema";

type Step = string | number;

/** A field that some arguments state. Keys of maps and items of lists are not fields. */
export interface StatedField {
  readonly steps: readonly Step[];
  readonly kind: Shape["kind"];
}

/** Arguments in which one field is broken. */
export interface Broken {
  /** The field as it should be. */
  readonly path: string;
  /** Where the fault is to be told. */
  readonly at: string;
  readonly mesh: unknown;
}

export const fieldsOf = (mesh: unknown, schema: PackageSchema): readonly StatedField[] =>
  fieldsBelow(mesh, topShape(schema), { steps: [], schema });

interface Place {
  readonly steps: readonly Step[];
  readonly schema: PackageSchema;
}

function fieldsBelow(value: unknown, shape: Shape, { steps, schema }: Place): readonly StatedField[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const at = [...steps, Array.isArray(value) ? Number(key) : key];
    const property = propertyOf(key, shape);
    if (property === undefined) return [];
    const inner = shapeOf(property, schema);
    const below = fieldsBelow(item, inner, { steps: at, schema });
    return shape.kind === "object" ? [{ steps: at, kind: inner.kind }, ...below] : below;
  });
}

function propertyOf(key: string, shape: Shape): PropertySchema | undefined {
  if (shape.kind === "object") return shape.properties[key];
  if (shape.kind === "map") return shape.values;
  return shape.kind === "list" ? shape.items : undefined;
}

/** The field with a letter too many. */
export function misspelled(mesh: unknown, { steps }: StatedField): Broken {
  const wrong = [...steps.slice(0, -1), `${String(steps.at(-1))}x`];
  return {
    path: argumentPath("", ...steps),
    at: argumentPath("", ...wrong),
    mesh: changed(mesh, steps, ({ key, value }) => [`${key}x`, value]),
  };
}

/** The field with a list where a single value belongs, and a text where a structure does; whatever may be anything cannot be broken. */
export function ofWrongForm(mesh: unknown, { steps, kind }: StatedField): Broken | undefined {
  if (kind === "any") return undefined;
  const path = argumentPath("", ...steps);
  const wrong = ["object", "map", "list"].includes(kind) ? "x" : [["x"]];
  return { path, at: path, mesh: changed(mesh, steps, ({ key }) => [key, wrong]) };
}

interface Entry {
  readonly key: string;
  readonly value: unknown;
}

/** The arguments with another entry in the place of one; the order stays. */
function changed(
  value: unknown,
  [step, ...rest]: readonly Step[],
  change: (entry: Entry) => [string, unknown],
): unknown {
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => {
    if (key !== String(step)) return [key, item];
    return rest.length === 0 ? change({ key, value: item }) : [key, changed(item, rest, change)];
  });
  return Array.isArray(value) ? entries.map(([, item]) => item) : Object.fromEntries(entries);
}
