/**
 * What the broker does when a limit is reached: it lets producers wait, refuses them with an error, or drops the oldest
 * messages of the slowest subscription.
 */
export type BacklogQuotaPolicy = "producer_request_hold" | "producer_exception" | "consumer_backlog_eviction";

/** Limits of the messages that are not acknowledged; each holds by itself. */
export interface BacklogQuotaSpec {
  /**
   * Limit of their size.
   * @default not managed: the setting above it
   * @example { "limit": "10Gi", "policy": "producer_exception" }
   */
  readonly destinationStorage?: BacklogSizeQuotaSpec;
  /**
   * Limit of the age of the oldest one.
   * @default not managed: the setting above it
   * @example { "limitSeconds": 86400, "policy": "consumer_backlog_eviction" }
   */
  readonly messageAge?: BacklogAgeQuotaSpec;
}

/** A limit of the size of what is not acknowledged. */
export interface BacklogSizeQuotaSpec {
  /**
   * Size as a quantity, or `"unlimited"`. Retention has to be larger.
   * @example "10Gi"
   */
  readonly limit: string;
  /**
   * What happens when it is reached.
   * @example "producer_exception"
   */
  readonly policy: BacklogQuotaPolicy;
}

/** A limit of the age of what is not acknowledged. */
export interface BacklogAgeQuotaSpec {
  /**
   * Age in seconds; -1 sets no limit. Retention has to be longer.
   * @example 86400
   * @integer
   */
  readonly limitSeconds: number;
  /**
   * What happens when it is reached.
   * @example "consumer_backlog_eviction"
   */
  readonly policy: BacklogQuotaPolicy;
}
