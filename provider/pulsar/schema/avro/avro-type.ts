import { type Json } from "../definition-json";

/** A type of an Avro schema; one of which something is wrong is left out where it is used. */
export type AvroType =
  | { readonly kind: "primitive"; readonly name: string }
  | { readonly kind: "enum" | "fixed"; readonly name: string }
  | AvroRecord
  | { readonly kind: "array" | "map"; readonly of: AvroType | undefined }
  | { readonly kind: "union"; readonly of: readonly (AvroType | undefined)[] };

export interface AvroRecord {
  readonly kind: "record";
  readonly name: string;
  /** Absent within the definition of the record itself: no default can be of it there. */
  fields?: readonly AvroField[];
}

export interface AvroField {
  readonly name: string;
  readonly type: AvroType | undefined;
  readonly default?: Json;
}

/** What tells the branches of a union apart. */
export const branchName = (type: AvroType): string => ("name" in type ? type.name : type.kind);
