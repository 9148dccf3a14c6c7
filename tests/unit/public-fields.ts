import { type PackageSchema, type PropertySchema } from "../../provider/pulumi/schema/package-schema";
import { descriptionOf } from "../../provider/cli/explain/field-text";

/** A field that programs can state. */
export interface PublicField {
  /** `AutoscalingSpec.cpu`, or the last part of a resource's token in place of the type. */
  readonly name: string;
  readonly property: PropertySchema;
  readonly isRequired: boolean;
  readonly description: string;
}

/** An object of the schema: a named type, or the arguments of a resource. */
interface Holder {
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertySchema>>;
  readonly required: readonly string[];
}

/** Every field of the provider, the components and the resources of Pulsar, and of the types below them but Kubernetes' own. */
export function publicFields(schema: PackageSchema): readonly PublicField[] {
  const holders = new Map<string, Holder>(roots(schema).map((root) => [root.name, root]));
  // Those that are met on the way are visited as well.
  for (const { properties } of holders.values()) {
    for (const token of Object.values(properties).flatMap(tokensIn)) {
      const type = schema.types?.[token];
      if (type?.properties === undefined || token.includes(":kubernetes:")) continue;
      holders.set(token, { name: token, properties: type.properties, required: type.required ?? [] });
    }
  }
  return [...holders.values()].flatMap(fieldsOf);
}

/** Resources that components make for themselves are not for programs. */
function roots({ provider, resources }: PackageSchema): readonly Holder[] {
  const isForPrograms = (token: string): boolean =>
    resources[token]?.isComponent === true || token.startsWith("function-mesh:pulsar:");
  const stated = Object.entries(resources).filter(([token]) => isForPrograms(token));
  return [["Provider", provider] as const, ...stated].map(([name, { inputProperties, requiredInputs }]) => ({
    name,
    properties: inputProperties ?? {},
    required: requiredInputs ?? [],
  }));
}

const fieldsOf = ({ name, properties, required }: Holder): readonly PublicField[] =>
  Object.entries(properties).map(([field, property]) => ({
    name: `${name.replace(/^.*:/, "")}.${field}`,
    property,
    isRequired: required.includes(field),
    description: descriptionOf(property),
  }));

/** The named types that a property is made of. */
function tokensIn({ $ref, items, additionalProperties, oneOf }: PropertySchema): readonly string[] {
  const own = $ref?.startsWith("#/types/") === true ? [$ref.slice("#/types/".length)] : [];
  const inner = [items, additionalProperties, ...(oneOf ?? [])].filter((part) => part !== undefined);
  return [...own, ...inner.flatMap(tokensIn)];
}
