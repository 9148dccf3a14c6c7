import { type PackageSchema, type PropertySchema, shapeOf } from "./package-schema";

/** The properties that are secret or hold a secret anywhere below, by the schema. */
export const secretProperties = (
  properties: Readonly<Record<string, PropertySchema>>,
  schema: PackageSchema,
): ReadonlySet<string> =>
  new Set(Object.entries(properties).flatMap(([key, property]) => (holdsSecret(property, schema) ? [key] : [])));

/** Whether a value is secret or holds a secret: one that is written where an object belongs may be the secret itself. */
export function holdsSecret(
  property: PropertySchema,
  schema: PackageSchema,
  above: ReadonlySet<string> = new Set(),
): boolean {
  if (property.secret === true) return true;
  if (property.$ref !== undefined && above.has(property.$ref)) return false;
  const seen = property.$ref === undefined ? above : new Set([...above, property.$ref]);
  const shape = shapeOf(property, schema);
  if (shape.kind === "list") return holdsSecret(shape.items, schema, seen);
  if (shape.kind === "map") return holdsSecret(shape.values, schema, seen);
  return shape.kind === "object" && Object.values(shape.properties).some((each) => holdsSecret(each, schema, seen));
}

/** Whether a value's fields stand beside a secret: a secret put into the wrong one of them must not show either. */
export function isSecretsNeighbourhood(property: PropertySchema, schema: PackageSchema): boolean {
  if (property.secret === true) return true;
  const shape = shapeOf(property, schema);
  return shape.kind === "object" && Object.values(shape.properties).some(({ secret }) => secret === true);
}
