import type { CheckFailure, Properties } from "../../../pulsar/resource";

/** A rollout needs to know what to wait for. */
export function checkRequired(inputs: Properties): readonly CheckFailure[] {
  const timeout = inputs["timeoutSeconds"];
  return typeof timeout === "number" && timeout < 1
    ? [{ property: "timeoutSeconds", reason: `must be at least 1, not ${timeout}` }]
    : [];
}
