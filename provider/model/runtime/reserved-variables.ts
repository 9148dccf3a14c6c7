import { instanceEnvironment } from "./instance-environment";

/**
 * Environment variables that an instance does not start without, or not as itself: its ordinal, what it is to do, and the
 * parameters of its credential. All others, those of the mesh's included, a user may override.
 */
const reservedVariables: ReadonlySet<string> = new Set([
  instanceEnvironment.ordinal,
  instanceEnvironment.details,
  instanceEnvironment.credential,
]);

/** True for a variable of the instance's container whose value is the mesh's, whatever a user states. */
export const isReservedVariable = (name: string): boolean => reservedVariables.has(name);
