/** Which bookies keep a namespace's messages. */
export interface BookieAffinitySpec {
  /**
   * Group of bookies that is used first; several with commas between them.
   * @example "ssd"
   */
  readonly primary: string;
  /**
   * Group that is used where the first one does not suffice.
   * @default none
   * @example "disk"
   */
  readonly secondary?: string;
}
