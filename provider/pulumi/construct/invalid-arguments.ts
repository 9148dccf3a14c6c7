import * as grpc from "@grpc/grpc-js";
import { InputPropertiesError } from "@pulumi/pulumi/proto/errors_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import { type Problem, problemText } from "../../model/problem";

/** An error the engine shows as a list of wrong arguments. */
export class InvalidArguments extends Error {
  constructor(
    readonly problems: readonly Problem[],
    message: string,
  ) {
    super(message);
  }
}

export const invalidArguments = (type: string, name: string, problems: readonly Problem[]): InvalidArguments =>
  new InvalidArguments(
    problems,
    `${type.split(":").pop() ?? type} "${name}" has ${problems.length === 1 ? "a problem" : `${problems.length} problems`}`,
  );

/** The error as gRPC carries it: the details hold one entry per wrong argument. */
export function invalidArgumentsStatus(error: InvalidArguments): Partial<grpc.StatusObject> {
  const details = new InputPropertiesError();
  for (const problem of error.problems) {
    const entry = new InputPropertiesError.PropertyError();
    entry.setPropertyPath(problem.path);
    entry.setReason(problemText(problem));
    details.addErrors(entry);
  }
  const packed = new Any();
  packed.pack(details.serializeBinary(), "pulumirpc.InputPropertiesError");
  const status = new Status();
  status.setCode(grpc.status.INVALID_ARGUMENT);
  status.setMessage(error.message);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code: grpc.status.INVALID_ARGUMENT, details: error.message, metadata };
}
