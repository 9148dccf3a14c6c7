/**
 * The form of a value in an operator manifest, as data: what the operator's own schema says of it, and nothing about what it
 * means. `ValueOf` is the type of a value that has the form.
 */
export type Shape =
  | TextShape
  | { readonly kind: "flag" }
  | IntegerShape
  /** A number or text with a unit of Kubernetes; read as text. */
  | { readonly kind: "quantity" }
  /** Any object, kept as it is. */
  | { readonly kind: "free" }
  | { readonly kind: "list"; readonly of: Shape }
  | { readonly kind: "map"; readonly of: Shape }
  | ObjectShape
  | KubernetesShape<unknown>;

export interface TextShape {
  readonly kind: "text";
  /** The only texts that are allowed. */
  readonly values?: readonly string[];
}

export interface IntegerShape {
  readonly kind: "integer";
  readonly minimum?: number;
  /** Of 64 bits rather than 32. */
  readonly isLong?: boolean;
}

export interface ObjectShape {
  readonly kind: "object";
  readonly fields: Readonly<Record<string, Shape>>;
  /** Fields that an entry of a FunctionMesh must have; in other kinds the operator fills in empty texts. */
  readonly required?: readonly string[];
  /** A part of Kubernetes' API: further fields are kept, empty texts as well, and what is required is so everywhere. */
  readonly isPiece?: boolean;
}

/** A piece of Kubernetes' own API. What `form` does not say of it is checked by the API server. */
export interface KubernetesShape<Value> {
  readonly kind: "kubernetes";
  readonly form: Shape;
  /** Only for the compiler. */
  readonly value?: Value;
}

export type ValueOf<Of> = Of extends { readonly kind: "text"; readonly values: readonly (infer Value)[] }
  ? Value
  : Of extends { readonly kind: "text" | "quantity" }
    ? string
    : Of extends { readonly kind: "flag" }
      ? boolean
      : Of extends { readonly kind: "integer" }
        ? number
        : Of extends { readonly kind: "free" }
          ? Readonly<Record<string, unknown>>
          : Of extends { readonly kind: "list"; readonly of: infer Item }
            ? readonly ValueOf<Item>[]
            : Of extends { readonly kind: "map"; readonly of: infer Item }
              ? Readonly<Record<string, ValueOf<Item>>>
              : Of extends { readonly kind: "object"; readonly fields: infer Fields }
                ? { readonly [Field in keyof Fields]?: ValueOf<Fields[Field]> }
                : Of extends KubernetesShape<infer Value>
                  ? Value
                  : never;

export const text = { kind: "text" } as const satisfies Shape;
export const flag = { kind: "flag" } as const satisfies Shape;
export const integer = { kind: "integer" } as const satisfies Shape;
export const long = { kind: "integer", isLong: true } as const satisfies Shape;
export const count = { kind: "integer", minimum: 0 } as const satisfies Shape;
export const quantity = { kind: "quantity" } as const satisfies Shape;
export const free = { kind: "free" } as const satisfies Shape;
export const oneOf = <const Values extends readonly string[]>(...values: Values) => ({ kind: "text", values }) as const;
export const list = <const Of extends Shape>(of: Of) => ({ kind: "list", of }) as const;
export const map = <const Of extends Shape>(of: Of) => ({ kind: "map", of }) as const;
export const object = <const Fields extends ObjectShape["fields"]>(fields: Fields, ...required: readonly string[]) =>
  ({ kind: "object", fields, required }) as const;
export const piece = <const Fields extends ObjectShape["fields"]>(fields: Fields, ...required: readonly string[]) =>
  ({ kind: "object", fields, required, isPiece: true }) as const;
export const kubernetes = <Value>(form: Shape): KubernetesShape<Value> => ({ kind: "kubernetes", form });
