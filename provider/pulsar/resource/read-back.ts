import { setTimeout as sleep } from "node:timers/promises";

/** Another broker than the one that wrote may answer, and learns of a write a moment later. */
const looksAfterMs = [0, 100, 200, 400, 800];

/**
 * Looks at what was written until nothing differs, for a short while. What still differs then was not kept: Pulsar accepts
 * much that it drops, and loses one of two writes at the same time.
 */
export async function expectKept(what: string, look: () => Promise<readonly string[]>): Promise<void> {
  let differing: readonly string[] = [];
  for (const delay of looksAfterMs) {
    if (delay > 0) await sleep(delay);
    differing = await look();
    if (differing.length === 0) return;
  }
  throw new Error(
    `Pulsar accepted ${what} but did not keep ${differing.join("; ")}. Somebody else may be writing to it: let only one do so, then run again.`,
  );
}
