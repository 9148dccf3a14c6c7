import type { Json } from "./json";

/** A connector in place of a function's topics. */
export interface ConnectorOverrideSpec {
  /**
   * The connector: `builtin://<name>`, resolved by the instance itself.
   * @example "builtin://kafka"
   */
  readonly connector?: string;
  /** The connector's class. */
  readonly className?: string;
  /** Java class of its messages. */
  readonly typeClassName?: string;
  /** Settings of the connector. */
  readonly config?: Readonly<Record<string, Json>>;
}
