import { type PackageSchema, type PropertySchema, type Shape, shapeOf } from "./package-schema";

type Fields = Readonly<Record<string, unknown>>;

/**
 * What of arguments has the form of the schema, where something in them was refused: a field whose value was is left out, and so is
 * what cannot be without it. A list is left out as a whole, since the places in it are what its items are called by. Undefined where
 * nothing is left.
 */
export function soundArguments(
  values: Fields,
  shape: Pick<Extract<Shape, { kind: "object" }>, "properties" | "required">,
  schema: PackageSchema,
): Fields | undefined {
  const fields = Object.entries(values).flatMap(([name, value]) => {
    const property = shape.properties[name];
    const sound = property === undefined ? undefined : soundValue(value, property, schema);
    return sound === undefined ? [] : [[name, sound] as const];
  });
  const sound: Fields = Object.fromEntries(fields);
  return shape.required.every((name) => sound[name] !== undefined) ? sound : undefined;
}

function soundValue(value: unknown, property: PropertySchema, schema: PackageSchema): unknown {
  const shape = shapeOf(property, schema);
  if (shape.kind === "list" && Array.isArray(value)) {
    const items = value.map((item: unknown) => soundValue(item, shape.items, schema));
    return items.includes(undefined) ? undefined : items;
  }
  if (!isFields(value)) return value;
  if (shape.kind === "object") return soundArguments(value, shape, schema);
  if (shape.kind !== "map") return value;
  const entries = Object.entries(value).map(([key, item]) => [key, soundValue(item, shape.values, schema)] as const);
  return Object.fromEntries(entries.filter(([, item]) => item !== undefined));
}

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);
