/** What a windowed function does with messages when an instance fails. */
export type WindowGuarantee = "ATLEAST_ONCE" | "ATMOST_ONCE";

/** Hands the function the messages of a window at once instead of one by one. Java only; exactly one of the two lengths is set. */
export interface WindowSpec {
  /**
   * Length of a window in messages.
   * @integer
   */
  readonly windowLengthCount?: number;
  /**
   * Length of a window in milliseconds.
   * @integer
   */
  readonly windowLengthDurationMs?: number;
  /**
   * Messages after which a new window begins.
   * @default the window's length: windows do not overlap
   * @integer
   */
  readonly slidingIntervalCount?: number;
  /**
   * Milliseconds after which a new window begins.
   * @default the window's length: windows do not overlap
   * @integer
   */
  readonly slidingIntervalDurationMs?: number;
  /** Topic for messages that come after their window was closed. */
  readonly lateDataTopic?: string;
  /**
   * Milliseconds a message may be late. Only with `timestampExtractorClassName`.
   * @integer
   */
  readonly maxLagMs?: number;
  /**
   * Milliseconds between two looks at how far the time of the messages has come. Only with `timestampExtractorClassName`.
   * @integer
   */
  readonly watermarkEmitIntervalMs?: number;
  /** Class that reads a message's time; without it the time of arrival counts. */
  readonly timestampExtractorClassName?: string;
  /** What happens to messages when an instance fails. */
  readonly processingGuarantees?: WindowGuarantee;
}
