import { errorMessage } from "../../model/error-message";
import { isInUse, isNotFound } from "../admin/error";
import { numberOf } from "./decode";
import { type OperationContext, type Properties } from "./resource";
import { tries } from "./tries";

/** Thrown by an attempt that finds the object in use by itself: it is repeated, as after the broker's own refusal. */
export class StillInUse extends Error {}

export interface Deletion {
  readonly what: string;
  /** Sends the delete, unforced. */
  readonly attempt: () => Promise<unknown>;
  /** Who or what still uses the object: one text each. */
  readonly users: () => Promise<readonly string[]>;
  /** What the reader may do about it. */
  readonly help: string;
}

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
  const { what, attempt, users } = deletion;
  let inUse: unknown;
  for await (const count of tries({ what, waitMs, signal: context.signal })) {
    if (count === 2) context.log("info", `${what} is still in use; waiting up to ${waitMs / 1000} s.`);
    try {
      await attempt();
      return;
    } catch (error) {
      if (isNotFound(error)) return;
      if (!isInUse(error) && !(error instanceof StillInUse)) throw error;
      inUse = error;
    }
  }
  throw stillUsed(deletion, await users(), inUse);
}

/** How long deleting waits: as the resource says, and not beyond the operation's own limit. */
export const deleteWaitMs = (inputs: Properties, { timeoutSeconds = Infinity }: OperationContext): number =>
  Math.min(numberOf(inputs["deleteWaitSeconds"]) ?? 90, timeoutSeconds) * 1000;

function stillUsed(deletion: Deletion, users: readonly string[], cause: unknown): Error {
  const who = users.length === 0 ? "" : ` In use by ${listed(users)}.`;
  return new Error(`${errorMessage(cause)}${who} ${deletion.help}`, { cause });
}

const shownAtMost = 10;

export function listed(items: readonly string[]): string {
  const more = items.length - shownAtMost;
  return `${items.slice(0, shownAtMost).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
