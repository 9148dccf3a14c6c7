import type { Json } from "./json";

/** Where a function keeps state (`context.putState`). Java and Python. */
export interface StatefulSpec {
  /**
   * The state store of Pulsar's BookKeeper.
   * @plain
   */
  readonly pulsar: PulsarStateSpec;
}

/** The state store of Pulsar's BookKeeper. */
export interface PulsarStateSpec {
  /**
   * URL of the table service, as seen from pods.
   * @example "bk://bookkeeper:4181"
   */
  readonly serviceUrl: string;
  /**
   * Another state store for functions in Java.
   * @plain
   */
  readonly javaProvider?: JavaStateProviderSpec;
}

/** A state store in Java. */
export interface JavaStateProviderSpec {
  /** Class of the state store's provider. */
  readonly className: string;
  /** Settings of the provider; Pulsar's instance has no way to take them and they are not passed on. */
  readonly config?: Readonly<Record<string, Json>>;
}
