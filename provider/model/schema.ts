/** Type of a topic's schema, as Pulsar names it. */
export type SchemaType =
  | "AVRO"
  | "BOOLEAN"
  | "BYTES"
  | "DOUBLE"
  | "FLOAT"
  | "INT16"
  | "INT32"
  | "INT64"
  | "INT8"
  | "JSON"
  | "KEY_VALUE"
  | "PROTOBUF"
  | "PROTOBUF_NATIVE"
  | "STRING";

/** The schema of a topic's messages. */
export interface SchemaSpec {
  /**
   * The schema's type, as Pulsar names it.
   * @example "AVRO"
   */
  readonly type: SchemaType;
  /**
   * The definition, for the types that have one: an Avro record as JSON text for `AVRO` and `JSON`.
   * @default ""
   * @example "{ \"type\": \"record\", \"name\": \"Click\", \"fields\": [{ \"name\": \"page\", \"type\": \"string\" }] }"
   */
  readonly definition?: string;
  /**
   * Properties of the schema, which clients can look at.
   * @default none
   * @example { "__jsr310ConversionEnabled": "true" }
   */
  readonly properties?: Readonly<Record<string, string>>;
}
