/** How fast the broker takes messages. A limit that is left out does not hold. */
export interface PublishRateSpec {
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
