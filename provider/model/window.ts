/** What a windowed function does with messages when an instance fails. */
export type WindowGuarantee = "ATLEAST_ONCE" | "ATMOST_ONCE";

/** Hands the function the messages of a window at once instead of one by one. Java only; exactly one of the two lengths is set. */
export interface WindowSpec {
  /**
   * Length of a window in messages.
   * @default none: `windowLengthDurationMs` is the length
   * @example 100
   * @integer
   */
  readonly windowLengthCount?: number;
  /**
   * Length of a window in milliseconds.
   * @default none: `windowLengthCount` is the length
   * @example 60000
   * @integer
   */
  readonly windowLengthDurationMs?: number;
  /**
   * Messages after which a new window begins, at most `windowLengthCount`.
   * @default the window's length: windows do not overlap
   * @example 50
   * @integer
   */
  readonly slidingIntervalCount?: number;
  /**
   * Milliseconds after which a new window begins, at most `windowLengthDurationMs`.
   * @default the window's length: windows do not overlap
   * @example 30000
   * @integer
   */
  readonly slidingIntervalDurationMs?: number;
  /**
   * Topic for messages that come after their window was closed. Only with `timestampExtractorClassName`.
   * @default none: such messages are dropped
   * @example "clicks-late"
   */
  readonly lateDataTopic?: string;
  /**
   * Milliseconds a message may be late. Only with `timestampExtractorClassName`.
   * @default 0: none may be late
   * @example 5000
   * @integer
   */
  readonly maxLagMs?: number;
  /**
   * Milliseconds between two looks at how far the time of the messages has come, more than 0. Only with
   * `timestampExtractorClassName`.
   * @default 1000
   * @example 500
   * @integer
   */
  readonly watermarkEmitIntervalMs?: number;
  /**
   * Class that reads a message's time.
   * @default none: the time of arrival counts
   * @example "com.acme.ClickTimes"
   */
  readonly timestampExtractorClassName?: string;
  /**
   * What happens to messages when an instance fails: `ATLEAST_ONCE` acknowledges them once they have left the window,
   * `ATMOST_ONCE` as soon as they are read.
   * @default what `processingGuarantee` of the function says, else "ATLEAST_ONCE"
   * @example "ATMOST_ONCE"
   */
  readonly processingGuarantees?: WindowGuarantee;
}
