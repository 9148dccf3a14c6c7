/** What becomes of a volume claim. */
export type ClaimRetention = "Retain" | "Delete";

/** What becomes of the volumes of `volumeClaimTemplates` when they are no longer used. */
export interface ClaimRetentionSpec {
  /**
   * When the member is deleted.
   * @default "Retain"
   */
  readonly whenDeleted?: ClaimRetention;
  /**
   * When an instance is scaled away.
   * @default "Retain"
   */
  readonly whenScaled?: ClaimRetention;
}
