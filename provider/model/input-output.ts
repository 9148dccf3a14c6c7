import type { CryptoSpec } from "./crypto";

/** What a member reads: at least one topic, by `topics`, `topicPattern`, or a key of one of the maps. */
export interface InputSpec {
  /**
   * Topics to read: short names are completed with the member's tenant and namespace. Topics stated here are created with
   * the mesh unless `topics` calls them external; a name computed by another resource belongs to that resource.
   * @default none: `topicPattern` or one of the maps says what is read
   * @example ["clicks", "persistent://retail/orders/returns"]
   * @plain list
   */
  readonly topics?: readonly string[];
  /**
   * Regular expression over the topics of one namespace, written as a topic name. Topics that come to be later are read as well.
   * @default none
   * @example "persistent://retail/orders/clicks-.*"
   */
  readonly topicPattern?: string;
  /**
   * Java class of the messages, as the instance program needs it. It also decides the schema of the topics. The class is one of
   * your own, with its package, or one of Java's: `java.lang.String` for text, `[B` for bytes, `java.lang.Long` and so on for numbers.
   * @default "java.lang.String" for functions and sinks in Java, bytes for Python
   * @example "java.lang.String"
   */
  readonly typeClassName?: string;
  /**
   * Topics to read with the class that deserializes their messages, by topic. Not in Go.
   * @default none
   * @example { "clicks": "com.acme.ClickSerde" }
   * @plain keys
   */
  readonly customSerdeSources?: Readonly<Record<string, string>>;
  /**
   * Topics to read with the type of their schema (`avro`, `json`, …) or the class of a schema of your own, by topic. Not
   * in Go.
   * @default none
   * @example { "clicks": "avro" }
   * @plain keys
   */
  readonly customSchemaSources?: Readonly<Record<string, string>>;
  /**
   * Topics to read with all settings of their consumers, by topic. An entry here stands above `topics` and the other two maps.
   * @default none
   * @example { "clicks": { "schemaType": "avro", "receiverQueueSize": 100 } }
   * @plain keys
   */
  readonly sourceSpecs?: Readonly<Record<string, ConsumerSpec>>;
}

/** How a member reads a topic. */
export interface ConsumerSpec {
  /**
   * Type of the topic's schema (`avro`, `json`, …), or the class of a schema of your own. Not in Go.
   * @default the topic's own in Java, or one that fits `typeClassName`; bytes in Python
   * @example "avro"
   */
  readonly schemaType?: string;
  /**
   * Class that deserializes the messages, in place of a schema. Not in Go.
   * @default none: a schema reads them
   * @example "com.acme.ClickSerde"
   */
  readonly serdeClassName?: string;
  /**
   * The topic is a regular expression over the topics of one namespace, as `topicPattern` is.
   * @default false
   * @example true
   */
  readonly isRegexPattern?: boolean;
  /**
   * Settings of the schema, as Pulsar's client names them. Not in Go.
   * @default none
   * @example { "__jsr310ConversionEnabled": "true" }
   */
  readonly schemaProperties?: Readonly<Record<string, string>>;
  /**
   * Properties of the consumer, which the broker shows in the topic's statistics. Java only.
   * @default none
   * @example { "team": "retail" }
   */
  readonly consumerProperties?: Readonly<Record<string, string>>;
  /**
   * Messages that an instance fetches before they are asked for.
   * @default Pulsar's own, 1000
   * @example 100
   * @integer
   */
  readonly receiverQueueSize?: number;
  /**
   * How encrypted messages of the topic are decrypted. Not in Go.
   * @default none: messages are not decrypted
   * @example { "cryptoKeyReaderClassName": "com.acme.OrderKeys" }
   * @plain
   */
  readonly cryptoConfig?: CryptoSpec;
}

/** What a member writes. */
export interface OutputSpec {
  /**
   * Topic to write to: a short name is completed with the member's tenant and namespace. Created with the mesh unless `topics`
   * calls it external.
   * @example "enriched"
   */
  readonly topic: string;
  /**
   * Java class of the messages. It also decides the schema of the topic.
   * @default "java.lang.String" for functions in Java, bytes otherwise
   * @example "java.lang.String"
   */
  readonly typeClassName?: string;
  /**
   * Class that serializes the messages, in place of a schema. Not in Go.
   * @default none: a schema writes them
   * @example "com.acme.OrderSerde"
   */
  readonly sinkSerdeClassName?: string;
  /**
   * Type of the topic's schema (`avro`, `json`, …), or the class of a schema of your own. Not in Go.
   * @default the topic's own in Java, or one that fits `typeClassName`; bytes in Python
   * @example "avro"
   */
  readonly sinkSchemaType?: string;
  /**
   * Settings of the schema and properties of the consumers of the output topic, as JSON text by topic. Functions only, and
   * not in Go.
   * @default none
   * @example { "enriched": "{ \"schemaProperties\": { \"__jsr310ConversionEnabled\": \"true\" } }" }
   */
  readonly customSchemaSinks?: Readonly<Record<string, string>>;
  /**
   * How messages are produced: how many wait, how they are compressed and encrypted.
   * @default for sources 1000 messages that may wait and a producer per thread, else what the instance program does by itself
   * @example { "compressionType": "ZSTD" }
   * @plain
   */
  readonly producerConf?: ProducerSpec;
}

/** How messages are compressed. */
export type CompressionType = "NONE" | "LZ4" | "ZLIB" | "ZSTD" | "SNAPPY";

/** How messages are produced. Python knows `compressionType`, `batchBuilder` and `cryptoConfig` only, Go none of it. */
export interface ProducerSpec {
  /**
   * Messages that may wait for the broker's answer. With more of them the member waits itself; 0 leaves it to the client's
   * memory. Java only.
   * @default 0
   * @example 1000
   * @integer
   */
  readonly maxPendingMessages?: number;
  /**
   * The same over all partitions of the topic; at least `maxPendingMessages`. Java only.
   * @default 0
   * @example 5000
   * @integer
   */
  readonly maxPendingMessagesAcrossPartitions?: number;
  /**
   * Use a producer of its own for each thread of the instance. Java only.
   * @default false
   * @example true
   */
  readonly useThreadLocalProducers?: boolean;
  /**
   * How messages are put into batches: `DEFAULT`, or `KEY_BASED` for readers that keep the order within keys.
   * @default "DEFAULT"
   * @example "KEY_BASED"
   */
  readonly batchBuilder?: string;
  /**
   * How messages are compressed; any consumer can read any of them.
   * @default "LZ4"
   * @example "ZSTD"
   */
  readonly compressionType?: CompressionType;
  /**
   * How messages are encrypted before they leave the instance. Not in Go.
   * @default none: messages are not encrypted
   * @example { "cryptoKeyReaderClassName": "com.acme.OrderKeys", "encryptionKeys": ["orders"] }
   * @plain
   */
  readonly cryptoConfig?: CryptoSpec;
}
