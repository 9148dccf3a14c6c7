import { Interrupted } from "./interrupt";

/** A command that failed, with the end of what it printed. */
export class CommandFailed extends Error {
  override readonly name = "CommandFailed";

  constructor(
    readonly sentence: string,
    readonly quote: string,
  ) {
    super(`${sentence}:\n${quote}`);
  }
}

/** The text of anything that was thrown, for a sentence of ours that quotes it. */
export const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** A tool that cannot be had here, said in one sentence that a reader can act on. */
export class Unobtainable extends Error {
  override readonly name = "Unobtainable";

  /**
   * @param what what is missing, e.g. "the Kubernetes binary fmkube"
   * @param why why it cannot be had, with what to do about it where that is known
   * @param without what still works, e.g. "the unit tests run without it"
   */
  constructor(what: string, why: string | CommandFailed, without: string) {
    const isFailure = why instanceof CommandFailed;
    const sentence = `${what} is missing: ${isFailure ? why.sentence : why}; ${without}`;
    super(isFailure ? `${sentence}\n${why.quote}` : sentence);
  }
}

/** Turns whatever stops the action into that sentence. */
export async function explaining<T>(what: string, without: string, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof Unobtainable || error instanceof Interrupted) throw error;
    throw new Unobtainable(what, error instanceof CommandFailed ? error : reason(error), without);
  }
}
