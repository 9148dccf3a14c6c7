/** How often one consumer may subscribe. */
export interface SubscribeRateSpec {
  /**
   * Times that a consumer may subscribe in a period.
   * @default no limit
   * @example 10
   * @integer
   */
  readonly perConsumer?: number;
  /**
   * Length of the period in seconds.
   * @default 30
   * @example 60
   * @integer
   */
  readonly periodSeconds?: number;
}
