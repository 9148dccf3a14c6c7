/** How BookKeeper keeps messages. The ensemble holds at least the write quorum, which holds at least the acknowledgement quorum. */
export interface PersistenceSpec {
  /**
   * Number of bookies that a ledger is spread over, from 1 to 5.
   * @example 3
   * @integer
   */
  readonly bookkeeperEnsemble: number;
  /**
   * Number of copies of each message.
   * @example 2
   * @integer
   */
  readonly bookkeeperWriteQuorum: number;
  /**
   * Number of copies that are written before a message counts as stored.
   * @example 2
   * @integer
   */
  readonly bookkeeperAckQuorum: number;
  /**
   * How often per second acknowledgements are written down; 0 sets no limit.
   * @default 0
   * @example 1.5
   */
  readonly managedLedgerMaxMarkDeleteRate?: number;
}
