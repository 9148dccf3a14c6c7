import { setTimeout as sleep } from "node:timers/promises";

const firstPauseMs = 250;
const largestPauseMs = 3_000;

/** Of a try that waits for somebody to let go. */
export interface Patience {
  /** What is in use, for messages. */
  readonly what: string;
  readonly waitMs: number;
  readonly signal: AbortSignal;
}

/** Counts tries, with growing pauses between them, until there is no time for another one. */
export async function* tries({ what, waitMs, signal }: Patience): AsyncGenerator<number, void, void> {
  const deadline = Date.now() + waitMs;
  for (let [count, pause] = [1, firstPauseMs]; ; count += 1, pause = Math.min(pause * 2, largestPauseMs)) {
    yield count;
    if (Date.now() + pause > deadline) return;
    await sleep(pause, undefined, { signal }).catch(() => {
      throw new Error(`${what} was still in use when deleting was cancelled: run again to delete it.`);
    });
  }
}
