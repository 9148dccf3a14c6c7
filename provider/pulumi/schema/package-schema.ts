/** The parts of a Pulumi package schema that checking arguments needs. */
export interface PackageSchema {
  readonly version: string;
  readonly provider: ObjectSchema;
  readonly resources: Readonly<Record<string, ResourceSchema>>;
  readonly types?: Readonly<Record<string, NamedType>>;
  readonly functions?: Readonly<Record<string, FunctionSchema>>;
}

export interface FunctionSchema {
  readonly inputs?: FunctionSide;
  readonly outputs?: FunctionSide;
}

/** What a function takes or gives. */
export interface FunctionSide {
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
}

export interface ResourceSchema {
  readonly isComponent?: boolean;
  readonly inputProperties?: Readonly<Record<string, PropertySchema>>;
  readonly requiredInputs?: readonly string[];
  readonly properties?: Readonly<Record<string, PropertySchema>>;
}

export interface ObjectSchema {
  readonly inputProperties?: Readonly<Record<string, PropertySchema>>;
  readonly requiredInputs?: readonly string[];
}

export interface NamedType {
  readonly type: string;
  readonly properties?: Readonly<Record<string, PropertySchema>>;
  readonly required?: readonly string[];
  readonly enum?: readonly { readonly value: string }[];
}

export interface PropertySchema {
  readonly type?: string;
  readonly $ref?: string;
  /** A number or a text: what Kubernetes takes for some fields. */
  readonly oneOf?: readonly PropertySchema[];
  readonly items?: PropertySchema;
  readonly additionalProperties?: PropertySchema;
  /** The value is known at preview; for containers: how many and which entries it has. */
  readonly plain?: boolean;
  readonly secret?: boolean;
}

/** What a property holds, with references followed. */
export type Shape =
  | { readonly kind: "string" | "integer" | "number" | "boolean" | "any" | "asset" }
  | { readonly kind: "enum"; readonly values: readonly string[] }
  | { readonly kind: "list"; readonly items: PropertySchema }
  | { readonly kind: "map"; readonly values: PropertySchema }
  | {
      readonly kind: "object";
      readonly properties: Readonly<Record<string, PropertySchema>>;
      readonly required: readonly string[];
    };

const typePrefix = "#/types/";
const scalarKinds = ["string", "integer", "number", "boolean"] as const;

export function shapeOf(property: PropertySchema, schema: PackageSchema): Shape {
  if (property.$ref !== undefined) return shapeOfReference(property.$ref, schema);
  if (property.type === "array" && property.items !== undefined) return { kind: "list", items: property.items };
  if (property.type === "object" && property.additionalProperties !== undefined) {
    return { kind: "map", values: property.additionalProperties };
  }
  const scalar = scalarKinds.find((kind) => kind === property.type);
  return { kind: scalar ?? "any" };
}

function shapeOfReference(reference: string, schema: PackageSchema): Shape {
  if (reference.startsWith("pulumi.json#/Asset")) return { kind: "asset" };
  if (!reference.startsWith(typePrefix)) return { kind: "any" };
  const named = schema.types?.[decodeURIComponent(reference.slice(typePrefix.length))];
  if (named === undefined) throw new Error(`the schema has no type ${reference}`);
  if (named.enum !== undefined) return { kind: "enum", values: named.enum.map((entry) => entry.value) };
  return { kind: "object", properties: named.properties ?? {}, required: named.required ?? [] };
}
