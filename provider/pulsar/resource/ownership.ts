import { createHash } from "node:crypto";
import type { OnDelete, OnExisting } from "../../model/ownership";
import { type AdminClient } from "../admin/client";
import { type OperationContext, type Properties } from "./resource";

/** How a resource treats an object that exists already, and what becomes of the object at the end. */
export interface OwnershipArgs {
  /**
   * What creating does when the object exists already and is not this resource's own.
   * @default "adoptIfEqual"
   * @example "adopt"
   */
  readonly onExisting?: OnExisting;
  /**
   * What deleting does with the object.
   * @default "delete"
   * @example "retain"
   */
  readonly onDelete?: OnDelete;
  /**
   * Seconds that deleting waits, without force, for clients to disconnect and for contents to go.
   * @default 90
   * @example 300
   * @integer
   */
  readonly deleteWaitSeconds?: number;
}

/** Outputs of a resource that marks its object as its own. */
export interface StampedOutputs {
  /** Mark in the object's properties by which the provider recognises it as this resource's own. */
  readonly stamp: string;
}

/** The property that holds the mark. */
export const stampKey = "function-mesh.urn";

/** The mark of a resource: a hash, since a URN tells strangers the names of stacks and projects. */
export const stampOf = (urn: string): string => createHash("sha256").update(urn).digest("hex").slice(0, 32);

/** An object's properties without our mark. */
export function withoutStamp(properties: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(properties).filter(([key]) => key !== stampKey));
}

/**
 * True when the mark says that another resource took the object over: then deleting it would destroy that one's object. A
 * resource whose URN changed by an alias still finds the mark it set in its state.
 */
export function isTakenOver(stamp: string | undefined, outputs: Properties, urn: string): boolean {
  return stamp !== undefined && stamp !== stampOf(urn) && stamp !== outputs["stamp"];
}

/** What to do with an object that is there already. */
export type Existing = "ours" | "adopt" | "differs" | "refused";

export interface ExistingObject {
  readonly stamp: string | undefined;
  /** Names of declared fields whose value at the broker is another. */
  readonly differing: readonly string[];
}

/** Decides about an object that is there already; one with our own mark is a create that was cut off. */
export function judgeExisting(found: ExistingObject, inputs: Properties, urn: string): Existing {
  if (found.stamp === stampOf(urn)) return "ours";
  if (inputs["onExisting"] === "refuse") return "refused";
  if (inputs["onExisting"] === "adopt") return "adopt";
  return found.differing.length === 0 ? "adopt" : "differs";
}

/** Throws the sentence for an object that must not be taken over. */
export function refuseUnlessUsable(verdict: Existing, what: string, differing: readonly string[]): void {
  if (verdict === "refused")
    throw new Error(
      `${what} exists already, and onExisting is "refuse": take another name, or set onExisting to "adoptIfEqual" to take it over as it is.`,
    );
  if (verdict === "differs") {
    throw new Error(
      `${what} exists already and differs in ${differing.join("; ")}. ` +
        `Declare it as it is, or set onExisting to "adopt" to change it.`,
    );
  }
}

/** An object that several resources may hold, and what messages call it. */
export interface Claimed {
  readonly kind: string;
  readonly id: string;
  readonly what: string;
}

/**
 * Whose the objects are, as far as this run has told: resources that made or adopted one, and those that the program still has. A mark
 * tells of one of them only, and not every object can carry one. Of two resources that hold the same one, such as the old and the new one
 * of a renamed pair, that keeps the one that goes from deleting what the other needs. Where a run goes through a part of the program only
 * (`--target`), nobody tells of the rest.
 */
const claims = new WeakMap<AdminClient, Map<string, Set<string>>>();

function claimantsOf({ kind, id }: Pick<Claimed, "kind" | "id">, { admin }: OperationContext): Set<string> {
  const ofClient = claims.get(admin) ?? new Map<string, Set<string>>();
  const key = `${kind} ${id}`;
  const claimants = ofClient.get(key) ?? new Set<string>();
  claims.set(admin, ofClient.set(key, claimants));
  return claimants;
}

export function claim(kind: string, id: string, context: OperationContext): void {
  claimantsOf({ kind, id }, context).add(context.urn);
}

/**
 * The URN of another resource that holds the object, which is said: deleting it would destroy that one's. The resource that asks is about
 * to go and holds it no more: the last of several that go together deletes the object.
 */
export function heirOf(claimed: Claimed, context: OperationContext): string | undefined {
  const claimants = claimantsOf(claimed, context);
  claimants.delete(context.urn);
  const [heir] = claimants;
  if (heir !== undefined) context.log("info", anothersText(claimed.what));
  return heir;
}

export const anothersText = (what: string): string => `${what} belongs to another resource now and is left.`;

/** The same for an object that carries no mark. */
export const leaveToAnother = (claimed: Claimed, context: OperationContext): boolean =>
  heirOf(claimed, context) !== undefined;

/** True for an object that a resource of the program holds, made or told of by now. */
export const isClaimed = (object: Pick<Claimed, "kind" | "id">, context: OperationContext): boolean =>
  claimantsOf(object, context).size > 0;
