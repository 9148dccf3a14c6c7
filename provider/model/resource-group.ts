import type { PublishRateSpec } from "./publish-rate";

/** How fast the broker hands out messages. A limit that is left out does not hold. */
export interface ResourceGroupDispatchRateSpec {
  /**
   * Messages per second.
   * @default no limit
   * @example 1000
   * @integer
   */
  readonly messages?: number;
  /**
   * Bytes per second, as a quantity.
   * @default no limit
   * @example "10Mi"
   */
  readonly bytes?: string;
}

/** Limits of a resource group. */
export interface ResourceGroupSpec {
  /**
   * How fast all namespaces of the group together may be written to. Taken out, no limit holds.
   * @default not managed: no limit in a group that is made
   * @example { "messages": 1000, "bytes": "10Mi" }
   */
  readonly publishRate?: PublishRateSpec;
  /**
   * How fast all namespaces of the group together may be read. Taken out, no limit holds.
   * @default not managed: no limit in a group that is made
   * @example { "messages": 5000, "bytes": "50Mi" }
   */
  readonly dispatchRate?: ResourceGroupDispatchRateSpec;
}
