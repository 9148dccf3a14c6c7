import { nearest } from "../../model/nearest";
import { type PackageSchema, type PropertySchema, shapeOf } from "../../pulumi/schema/package-schema";

/**
 * True where the last word of a path stands in the place of a name of somebody's own, but is meant as a field: it is much like one of
 * the entry's (`topics.partition`), or is a field of something else (`namespaces.deleteWaitSeconds`). A name in quotes is a name.
 */
export function isMistakenName(word: string, entry: PropertySchema, schema: PackageSchema): boolean {
  const shape = shapeOf(entry, schema);
  if (shape.kind !== "object" || !/^[A-Za-z]\w*$/.test(word)) return false;
  return nearest(word, Object.keys(shape.properties)) !== undefined || isFieldAnywhere(word, schema);
}

const isFieldAnywhere = (word: string, { types = {}, resources }: PackageSchema): boolean =>
  Object.values(resources).some(({ inputProperties = {} }) => Object.hasOwn(inputProperties, word)) ||
  Object.values(types).some(({ properties = {} }) => Object.hasOwn(properties, word));
