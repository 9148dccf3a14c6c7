import { type PackageSchema, type PropertySchema, shapeOf } from "../../pulumi/schema/package-schema";
import { memberMaps } from "../../model/member-maps";
import { topShape } from "./find-field";

/** Every field but those within Kubernetes' own shapes, the shortest paths first. Those of members stand alone. */
export function allFields(schema: PackageSchema): readonly string[] {
  const top = topShape(schema).properties;
  const found = Object.entries(top).flatMap(([name, property]) => fieldsFrom(name, property, schema, []));
  const isMember = (path: string) => memberMaps.some((map) => path.startsWith(`${map}.`));
  const short = found.map((path) => (isMember(path) ? path.slice(path.indexOf(".") + 1) : path));
  const depth = (path: string): number => path.split(".").length;
  return [...new Set(short)].sort((left, right) => depth(left) - depth(right));
}

function fieldsFrom(
  path: string,
  property: PropertySchema,
  schema: PackageSchema,
  above: readonly string[],
): readonly string[] {
  const { $ref } = property;
  if ($ref !== undefined && (above.includes($ref) || $ref.includes(":kubernetes:"))) return [path];
  const shape = shapeOf(property, schema);
  if (shape.kind === "map") return fieldsFrom(path, shape.values, schema, above);
  if (shape.kind === "list") return fieldsFrom(path, shape.items, schema, above);
  if (shape.kind !== "object") return [path];
  const within = $ref === undefined ? above : [...above, $ref];
  const below = Object.entries(shape.properties);
  return [path, ...below.flatMap(([name, each]) => fieldsFrom(`${path}.${name}`, each, schema, within))];
}
