import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Messages to the user, shown beside the resource they are about. */
export class EngineLog {
  private client: EngineClient | undefined;

  /** The engine's address, which arrives with the handshake or as an argument. */
  attach(address: string): void {
    this.client?.close();
    this.client = new EngineClient(address, grpc.credentials.createInsecure());
  }

  write(severity: "status" | "info" | "warning", message: string, urn: string): void {
    const request = new LogRequest();
    request.setSeverity(severity === "warning" ? LogSeverity.WARNING : LogSeverity.INFO);
    request.setMessage(message);
    request.setUrn(urn);
    request.setEphemeral(severity === "status");
    // A lost message must not fail the operation it speaks of.
    this.client?.log(request, () => undefined);
  }
}
