import * as grpc from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

const severities = {
  debug: LogSeverity.DEBUG,
  status: LogSeverity.INFO,
  info: LogSeverity.INFO,
  warning: LogSeverity.WARNING,
} as const;

/** Messages to the user, shown beside the resource they are about. */
export class EngineLog {
  private client: EngineClient | undefined;

  /** The engine's address, which arrives with the handshake or as an argument. */
  attach(address: string): void {
    this.client?.close();
    this.client = new EngineClient(address, grpc.credentials.createInsecure());
  }

  /** `debug` shows with `pulumi up --debug` only; without a URN a message is about the stack. */
  write(severity: "debug" | "status" | "info" | "warning", message: string, urn: string): void {
    const request = new LogRequest();
    request.setSeverity(severities[severity]);
    request.setMessage(message);
    request.setUrn(urn);
    request.setEphemeral(severity === "status");
    // A lost message must not fail the operation it speaks of.
    this.client?.log(request, () => undefined);
  }
}
