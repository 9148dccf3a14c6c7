/** Retention of acknowledged messages; the first limit reached holds. */
export interface RetentionSpec {
  /**
   * Minutes that messages are kept after every subscription has acknowledged them; -1 keeps for ever, 0 keeps nothing.
   * @example 1440
   * @integer
   */
  readonly minutes: number;
  /**
   * Size as a quantity (`"512Mi"`, `"10Gi"`; whole mebibytes), `"unlimited"`, or `"0"` to keep nothing.
   * @example "10Gi"
   */
  readonly size: string;
}
