import { CheckFailure as CheckFailureMessage } from "@pulumi/pulumi/proto/provider_pb";
import type { CheckFailure } from "../../pulsar/resource/resource";

/**
 * What is wrong with a resource's arguments, as a message. The path goes into the reason: the engine prints the value of a
 * property that it is told the name of, even when the value is secret.
 */
export const checkFailures = (failures: readonly CheckFailure[]): CheckFailureMessage[] =>
  failures.map(({ property, reason }) =>
    new CheckFailureMessage().setReason(property === "" ? reason : `${property}: ${reason}`),
  );
