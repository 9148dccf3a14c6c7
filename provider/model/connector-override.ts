import type { Json } from "./json";

/** A connector in place of a function's topics. */
export interface ConnectorOverrideSpec {
  /**
   * The connector: `builtin://<name>`, resolved by the instance itself.
   * @default none: `className` names a class that is on the class path
   * @example "builtin://kafka"
   */
  readonly connector?: string;
  /**
   * The connector's class.
   * @default the class that the builtin connector states
   * @example "org.apache.pulsar.io.kafka.KafkaBytesSource"
   */
  readonly className?: string;
  /**
   * Java class of its messages.
   * @default "[B": bytes
   * @example "java.lang.String"
   */
  readonly typeClassName?: string;
  /**
   * Settings of the connector.
   * @default none
   * @example { "bootstrapServers": "kafka:9092", "topic": "clicks" }
   */
  readonly config?: Readonly<Record<string, Json>>;
}
