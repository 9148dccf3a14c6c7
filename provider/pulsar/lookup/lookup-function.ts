import { type AdminClient } from "../admin/client";
import { type CheckFailure, type Properties } from "../resource/resource";

/** A function by which programs look up what exists. It changes nothing, also at preview. */
export interface LookupFunction {
  /** Its token: `function-mesh:pulsar:getTopic`. */
  readonly token: string;
  /** What is wrong with arguments that have the right form. */
  check(inputs: Properties): readonly CheckFailure[];
  /** What is there; an error where it is not. */
  find(inputs: Properties, admin: AdminClient): Promise<Properties>;
}

/** What is not there, in the words of every lookup. */
export const absent = (what: string): Error =>
  new Error(`${what} does not exist: correct the name, or create it first.`);
