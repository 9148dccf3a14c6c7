/** How fast the broker hands out messages. A limit that is left out does not hold. */
export interface DispatchRateSpec {
  /**
   * Messages per period.
   * @default no limit
   * @example 1000
   * @integer
   */
  readonly messages?: number;
  /**
   * Bytes per period, as a quantity.
   * @default no limit
   * @example "10Mi"
   */
  readonly bytes?: string;
  /**
   * Length of the period in seconds.
   * @default 1
   * @example 60
   * @integer
   */
  readonly periodSeconds?: number;
  /**
   * Let the limits count on top of the rate at which messages are published.
   * @default false
   * @example true
   */
  readonly relativeToPublishRate?: boolean;
}
