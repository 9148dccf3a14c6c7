/** What becomes of a volume claim. */
export type ClaimRetention = "Retain" | "Delete";

/** What becomes of the volumes of `volumeClaimTemplates` when they are no longer used. */
export interface ClaimRetentionSpec {
  /**
   * What becomes of the volumes when the member is deleted.
   * @default "Retain"
   * @example "Delete"
   */
  readonly whenDeleted?: ClaimRetention;
  /**
   * What becomes of an instance's volumes when it is scaled away.
   * @default "Retain"
   * @example "Delete"
   */
  readonly whenScaled?: ClaimRetention;
}
