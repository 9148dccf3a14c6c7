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
  /** Why it was not deleted, in place of the broker's words and a list of the users. */
  readonly refusal?: (users: string) => string;
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
  return new Error(`${refusalOf(deletion, users, cause)} ${deletion.help}`, { cause });
}

/** Users that went in the meantime leave the broker's own words. */
function refusalOf({ refusal }: Deletion, users: readonly string[], cause: unknown): string {
  if (users.length === 0) return errorMessage(cause);
  return refusal?.(listed(users)) ?? `${errorMessage(cause)} In use by ${listed(users)}.`;
}

/** A deletion does what the state says, into which only an update writes the program's arguments. */
export const onceUpdated = 'that counts once "pulumi up" has run with the resource still, or again, in the program';

const shownAtMost = 10;

export function listed(items: readonly string[]): string {
  const more = items.length - shownAtMost;
  return `${items.slice(0, shownAtMost).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}
