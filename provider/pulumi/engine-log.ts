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

  write(severity: "info" | "warning", message: string, urn: string): void {
    const request = new LogRequest();
    request.setSeverity(severity === "info" ? LogSeverity.INFO : LogSeverity.WARNING);
    request.setMessage(message);
    request.setUrn(urn);
    // A lost message must not fail the operation it speaks of.
    this.client?.log(request, () => undefined);
  }

  /** A status line that the next one replaces. */
  status(message: string, urn: string): void {
    const request = new LogRequest();
    request.setSeverity(LogSeverity.INFO);
    request.setMessage(message);
    request.setUrn(urn);
    request.setEphemeral(true);
    this.client?.log(request, () => undefined);
  }
}
