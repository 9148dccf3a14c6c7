import { showOf } from "../../../pulsar/resource/show";
import type { CheckFailure, Properties, Secrets } from "../../../pulsar/resource/resource";

/** A wait needs some time. */
export function checkTimeout(inputs: Properties, secrets: Secrets): readonly CheckFailure[] {
  const timeout = inputs["timeoutSeconds"];
  const show = showOf("timeoutSeconds", secrets);
  return typeof timeout === "number" && timeout < 1
    ? [{ property: "timeoutSeconds", reason: `must be at least 1, not ${show(timeout)}` }]
    : [];
}
