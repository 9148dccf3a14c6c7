import { type AdminClient } from "../admin/client";
import { type Claimed } from "./ownership";
import { type OperationContext } from "./resource";

/**
 * Objects that the program of this run says are somebody else's. A resource that had one until then gives it up and deletes nothing of it:
 * engines delete only after the whole program has told.
 */
const known = new WeakMap<AdminClient, Set<string>>();

export type ObjectOfOthers = Pick<Claimed, "kind" | "id">;

const keyOf = ({ kind, id }: ObjectOfOthers): string => `${kind} ${id}`;

export function noteOfOthers(object: ObjectOfOthers, { admin }: OperationContext): void {
  known.set(admin, (known.get(admin) ?? new Set()).add(keyOf(object)));
}

/** True, and said, for an object that is somebody else's from now on. */
export function isLeftToOthers(claimed: Claimed, { admin, log }: OperationContext): boolean {
  const isLeft = known.get(admin)?.has(keyOf(claimed)) === true;
  if (isLeft) log("info", `${claimed.what} is said to be somebody else's now and is left as it is.`);
  return isLeft;
}
