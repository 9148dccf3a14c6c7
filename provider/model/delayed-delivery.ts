/** Delivery of messages at a time that their producer states. */
export interface DelayedDeliverySpec {
  /**
   * Whether delays are kept at all.
   * @example true
   */
  readonly active: boolean;
  /**
   * Milliseconds between two looks for messages that are due.
   * @default 1000
   * @example 500
   * @integer
   */
  readonly tickTimeMs?: number;
  /**
   * Longest delay that a producer may state, in milliseconds; 0 sets no limit.
   * @default 0
   * @example 3600000
   * @integer
   */
  readonly maxDeliveryDelayMs?: number;
}
