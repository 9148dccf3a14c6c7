import type { Json } from "./json";

/** Where a function keeps state (`context.putState`). Java and Python. */
export interface StatefulSpec {
  /**
   * The state store of Pulsar's BookKeeper.
   * @example { "serviceUrl": "bk://bookkeeper:4181" }
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
   * Another state store, for members that run in Java.
   * @default none: the table service keeps state
   * @example { "className": "com.acme.RedisStateStoreProvider" }
   * @plain
   */
  readonly javaProvider?: JavaStateProviderSpec;
}

/** A state store in Java. */
export interface JavaStateProviderSpec {
  /**
   * Class of the state store's provider.
   * @example "com.acme.RedisStateStoreProvider"
   */
  readonly className: string;
  /**
   * Settings of the provider. Pulsar's instance has no way to take them, so they are refused.
   * @default none
   * @example { "database": 1 }
   */
  readonly config?: Readonly<Record<string, Json>>;
}
