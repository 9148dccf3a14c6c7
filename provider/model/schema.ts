/** Type of a topic's schema, as Pulsar names it. */
export type SchemaType =
  | "AVRO"
  | "BOOLEAN"
  | "BYTES"
  | "DATE"
  | "DOUBLE"
  | "FLOAT"
  | "INSTANT"
  | "INT16"
  | "INT32"
  | "INT64"
  | "INT8"
  | "JSON"
  | "KEY_VALUE"
  | "LOCAL_DATE"
  | "LOCAL_DATE_TIME"
  | "LOCAL_TIME"
  | "PROTOBUF"
  | "PROTOBUF_NATIVE"
  | "STRING"
  | "TIME"
  | "TIMESTAMP";

/** Where a message of type `KEY_VALUE` has its key: `INLINE` with the value, `SEPARATED` as the key of the message. */
export type KeyValueEncoding = "INLINE" | "SEPARATED";

/** The schema of keys or of values. */
export interface SchemaPartSpec {
  /**
   * Type of the keys or values, as Pulsar names it. Not `KEY_VALUE`.
   * @example "STRING"
   */
  readonly type: SchemaType;
  /**
   * The definition, for the types that have one.
   * @default ""
   * @example "{ \"type\": \"record\", \"name\": \"Click\", \"fields\": [{ \"name\": \"page\", \"type\": \"string\" }] }"
   */
  readonly definition?: string;
  /**
   * Properties of the keys' or values' schema, which clients can look at.
   * @default none
   * @example { "__jsr310ConversionEnabled": "true" }
   */
  readonly properties?: Readonly<Record<string, string>>;
}

/** The schema of a topic's messages. */
export interface SchemaSpec {
  /**
   * The schema's type, as Pulsar names it. `KEY_VALUE` needs `key` and `value`.
   * @example "AVRO"
   */
  readonly type: SchemaType;
  /**
   * The definition, for the types that have one: an Avro schema as JSON text for `AVRO`, `JSON` and `PROTOBUF`; for
   * `PROTOBUF_NATIVE` a JSON object with `fileDescriptorSet` (in base64), `rootMessageTypeName` and `rootFileDescriptorName`.
   * @default ""
   * @example "{ \"type\": \"record\", \"name\": \"Click\", \"fields\": [{ \"name\": \"page\", \"type\": \"string\" }] }"
   */
  readonly definition?: string;
  /**
   * Properties of the schema, which clients can look at. Pulsar keeps those a version was registered with: they change with the
   * definition only.
   * @default none
   * @example { "__jsr310ConversionEnabled": "true" }
   */
  readonly properties?: Readonly<Record<string, string>>;
  /**
   * Schema of the keys; for `KEY_VALUE` only.
   * @default none
   * @example { "type": "STRING" }
   */
  readonly key?: SchemaPartSpec;
  /**
   * Schema of the values; for `KEY_VALUE` only.
   * @default none
   * @example { "type": "INT64" }
   */
  readonly value?: SchemaPartSpec;
  /**
   * Where messages have their key; for `KEY_VALUE` only.
   * @default "INLINE"
   * @example "SEPARATED"
   */
  readonly encoding?: KeyValueEncoding;
}
