import * as grpc from "@grpc/grpc-js";
import { ErrorResourceInitFailed } from "@pulumi/pulumi/proto/provider_pb";
import { Status } from "@pulumi/pulumi/proto/status_pb";
import { Any } from "google-protobuf/google/protobuf/any_pb";
import type { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** What the engine is to keep of a resource that exists but does not work. */
export interface KeptState {
  readonly id: string;
  readonly inputs: Struct;
  readonly outputs: Struct;
}

/**
 * A resource that was created or updated and does not work. The engine keeps its new inputs and updates it again next time,
 * whatever they are then: without that, putting the old value back would look like no change and nothing would be waited for.
 */
export class NotWorking extends Error {
  constructor(
    message: string,
    readonly kept: KeptState,
  ) {
    super(message);
  }
}

/** The error as gRPC carries it. */
export function notWorkingStatus({ message, kept }: NotWorking): Partial<grpc.StatusObject> {
  const details = new ErrorResourceInitFailed()
    .setId(kept.id)
    .setInputs(kept.inputs)
    .setProperties(kept.outputs)
    .setReasonsList([message]);
  const packed = new Any();
  packed.pack(details.serializeBinary(), "pulumirpc.ErrorResourceInitFailed");
  const status = new Status().setCode(grpc.status.UNKNOWN).setMessage(message);
  status.addDetails(packed);
  const metadata = new grpc.Metadata();
  metadata.add("grpc-status-details-bin", Buffer.from(status.serializeBinary()));
  return { code: grpc.status.UNKNOWN, details: message, metadata };
}
