import { type NamedTypeSpec, type ObjectSpec, type TypeSpec } from "./schema-spec";

type NamedTypes = Readonly<Record<string, NamedTypeSpec>>;

/**
 * Marks each property secret that has a secret anywhere below it: SDKs and state know secrets by whole properties of a
 * resource only, and a mark further down would protect nothing.
 */
export const withSecretContainers = <Spec extends ObjectSpec>(spec: Spec, named: NamedTypes): Spec => ({
  ...spec,
  properties: Object.fromEntries(
    Object.entries(spec.properties).map(([name, property]) => [
      name,
      holdsSecret(property, named, new Set()) ? { ...property, secret: true } : property,
    ]),
  ),
});

function holdsSecret(spec: TypeSpec, named: NamedTypes, above: ReadonlySet<string>): boolean {
  if (spec.secret === true) return true;
  const parts = [spec.items, spec.additionalProperties].filter((part) => part !== undefined);
  if (parts.some((part) => holdsSecret(part, named, above))) return true;
  const reference = spec.$ref;
  if (reference === undefined || above.has(reference)) return false;
  const type = named[reference.replace("#/types/", "")];
  return (
    type !== undefined &&
    "properties" in type &&
    Object.values(type.properties).some((property) => holdsSecret(property, named, new Set([...above, reference])))
  );
}
