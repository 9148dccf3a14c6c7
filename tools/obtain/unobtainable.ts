/** A tool that cannot be had here, said in one sentence that a reader can act on. */
export class Unobtainable extends Error {
  override readonly name = "Unobtainable";

  /**
   * @param what what is missing, e.g. "the Kubernetes binary fmkube"
   * @param why why it cannot be had, with what to do about it where that is known
   * @param without what still works, e.g. "the unit tests run without it"
   */
  constructor(
    readonly what: string,
    readonly why: string,
    readonly without: string,
  ) {
    super(`${what} is missing: ${why}; ${without}`);
  }
}

/** The text of anything that was thrown, for a sentence of ours that quotes it. */
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));
