import * as grpc from "@grpc/grpc-js";
import { type Problem, problemText } from "../../model/problem";

/** A component's wrong arguments, all at once. */
export class InvalidArguments extends Error {}

export function invalidArguments(problems: readonly Problem[]): InvalidArguments {
  const texts = problems.map(problemText);
  // The engine puts the resource's name and "has a problem" before it.
  const list = texts.map((text) => `\n  - ${text}`).join("");
  return new InvalidArguments(
    texts.length === 1 ? texts.join("") : `${texts.length} problems with its arguments:${list}`,
  );
}

/**
 * The error as gRPC carries it. The protocol knows details that name properties, but for each the engine prints the value it
 * has, even when that is secret; so the sentences alone are sent.
 */
export const invalidArgumentsStatus = (error: InvalidArguments): Partial<grpc.StatusObject> => ({
  code: grpc.status.INVALID_ARGUMENT,
  details: error.message,
});
