import { setTimeout as sleep } from "node:timers/promises";
import { isInUse, isNotFound } from "./admin/error";
import { numberOf } from "./decode";
import { type OperationContext, type Properties } from "./resource";

export interface Deletion {
  readonly what: string;
  /** Sends the delete, unforced. */
  readonly attempt: () => Promise<unknown>;
  /** Who or what still uses the object: one text each. */
  readonly users: () => Promise<readonly string[]>;
  /** What the reader may do about it. */
  readonly help: string;
}

const firstDelayMs = 250;
const largestDelayMs = 3_000;

/**
 * Deletes as soon as nothing uses the object any more. Never by force: a client that is still there would connect again, and
 * the broker would make the object anew for it.
 */
export async function deleteWhenUnused(
  deletion: Deletion,
  inputs: Properties,
  context: OperationContext,
): Promise<void> {
  const waitMs = deleteWaitMs(inputs, context);
  const deadline = Date.now() + waitMs;
  for (let delay = firstDelayMs; ; delay = Math.min(delay * 2, largestDelayMs)) {
    try {
      await deletion.attempt();
      return;
    } catch (error) {
      if (isNotFound(error)) return;
      if (!isInUse(error)) throw error;
      if (Date.now() + delay > deadline) throw stillUsed(deletion, await deletion.users(), error);
      if (delay === firstDelayMs)
        context.log("info", `${deletion.what} is still in use; waiting up to ${waitMs / 1000} s.`);
    }
    await sleep(delay, undefined, { signal: context.signal }).catch(() => {
      throw new Error(`${deletion.what} was still in use when deleting was cancelled.`);
    });
  }
}

/** How long deleting waits: as the resource says, and not beyond the operation's own limit. */
export const deleteWaitMs = (inputs: Properties, { timeoutSeconds = Infinity }: OperationContext): number =>
  Math.min(numberOf(inputs["deleteWaitSeconds"]) ?? 90, timeoutSeconds) * 1000;

function stillUsed(deletion: Deletion, users: readonly string[], cause: Error): Error {
  const who = users.length === 0 ? "" : ` In use by ${listed(users)}.`;
  return new Error(`${cause.message}${who} ${deletion.help}`, { cause });
}

const shownAtMost = 10;

export function listed(items: readonly string[]): string {
  const more = items.length - shownAtMost;
  return `${items.slice(0, shownAtMost).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
