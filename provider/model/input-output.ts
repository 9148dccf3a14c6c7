import type { CryptoSpec } from "./crypto";

/** What a member reads: at least one topic, by `topics`, `topicPattern`, or a key of one of the maps. */
export interface InputSpec {
  /**
   * Topics to read: short names are completed with the member's tenant and namespace. Topics stated here are created with
   * the mesh unless `topics` calls them external; a name computed by another resource belongs to that resource.
   * @plain list
   */
  readonly topics?: readonly string[];
  /**
   * Regular expression over the topics of one namespace, written as a topic name. Topics that come to be later are read as well.
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
   * Topics to read with the class that deserializes their messages, by topic.
   * @plain keys
   */
  readonly customSerdeSources?: Readonly<Record<string, string>>;
  /**
   * Topics to read with the type of their schema (`avro`, `json`, …) or the class of a schema of your own, by topic.
   * @plain keys
   */
  readonly customSchemaSources?: Readonly<Record<string, string>>;
  /**
   * Topics to read with all settings of their consumers, by topic. An entry here stands above `topics` and the other two maps.
   * @plain keys
   */
  readonly sourceSpecs?: Readonly<Record<string, ConsumerSpec>>;
}

/** How a member reads a topic. */
export interface ConsumerSpec {
  /** Type of the topic's schema (`avro`, `json`, …), or the class of a schema of your own. */
  readonly schemaType?: string;
  /** Class that deserializes the messages. */
  readonly serdeClassName?: string;
  /**
   * The topic is a regular expression.
   * @default false
   */
  readonly isRegexPattern?: boolean;
  /** Settings of the schema. */
  readonly schemaProperties?: Readonly<Record<string, string>>;
  /** Properties of the consumer, shown by the broker. Java only. */
  readonly consumerProperties?: Readonly<Record<string, string>>;
  /**
   * Messages that are fetched before they are asked for.
   * @default Pulsar's own
   * @integer
   */
  readonly receiverQueueSize?: number;
  /**
   * End-to-end encryption. Not in Go.
   * @plain
   */
  readonly cryptoConfig?: CryptoSpec;
}

/** What a member writes. */
export interface OutputSpec {
  /** Topic to write to: a short name is completed with the member's tenant and namespace. Created with the mesh unless `topics` calls it external. */
  readonly topic: string;
  /**
   * Java class of the messages. It also decides the schema of the topic.
   * @default "java.lang.String" for functions in Java, bytes otherwise
   * @example "java.lang.String"
   */
  readonly typeClassName?: string;
  /** Class that serializes the messages. */
  readonly sinkSerdeClassName?: string;
  /** Type of the topic's schema (`avro`, `json`, …), or the class of a schema of your own. */
  readonly sinkSchemaType?: string;
  /** Settings of the schema and properties of the consumers of the output topic, as JSON text by topic. Functions only. */
  readonly customSchemaSinks?: Readonly<Record<string, string>>;
  /**
   * How messages are produced.
   * @plain
   */
  readonly producerConf?: ProducerSpec;
}

/** How messages are compressed. */
export type CompressionType = "NONE" | "LZ4" | "ZLIB" | "ZSTD" | "SNAPPY";

/** How messages are produced. Python knows `compressionType`, `batchBuilder` and `cryptoConfig` only, Go none of it. */
export interface ProducerSpec {
  /**
   * Messages that may wait for the broker's answer.
   * @integer
   */
  readonly maxPendingMessages?: number;
  /**
   * The same over all partitions of the topic.
   * @integer
   */
  readonly maxPendingMessagesAcrossPartitions?: number;
  /** Use a producer per thread. */
  readonly useThreadLocalProducers?: boolean;
  /**
   * How messages are put into batches: `DEFAULT`, or `KEY_BASED` for readers that keep the order within keys.
   * @default "DEFAULT"
   */
  readonly batchBuilder?: string;
  /**
   * How messages are compressed.
   * @default "LZ4"
   */
  readonly compressionType?: CompressionType;
  /**
   * End-to-end encryption.
   * @plain
   */
  readonly cryptoConfig?: CryptoSpec;
}
