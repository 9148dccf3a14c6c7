/** The parts of a Pulumi package schema that are generated here. */
export interface TypeSpec {
  type?: "string" | "integer" | "number" | "boolean" | "array" | "object";
  $ref?: string;
  oneOf?: readonly TypeSpec[];
  items?: TypeSpec;
  additionalProperties?: TypeSpec;
  /** Never an output: a program gives the value itself. */
  plain?: true;
  /** On the values of a map or list whose keys or length are plain: each of them is a secret. */
  secret?: true;
}

export interface PropertySpec extends TypeSpec {
  description?: string;
  willReplaceOnChanges?: true;
  deprecationMessage?: string;
}

export interface ObjectSpec {
  readonly properties: Readonly<Record<string, PropertySpec>>;
  readonly required?: readonly string[];
}

export interface ObjectTypeSpec extends ObjectSpec {
  readonly description?: string;
  readonly type: "object";
}

export interface EnumTypeSpec {
  readonly description?: string;
  readonly type: "string";
  readonly enum: readonly { readonly name: string; readonly value: string }[];
}

export type NamedTypeSpec = ObjectTypeSpec | EnumTypeSpec;

export interface ResourceSpec extends ObjectSpec {
  readonly description?: string;
  readonly isComponent?: true;
  readonly inputProperties: Readonly<Record<string, PropertySpec>>;
  readonly requiredInputs?: readonly string[];
}

export interface FunctionSpec {
  readonly description?: string;
  readonly inputs: ObjectSpec;
  readonly outputs: ObjectSpec;
}
