import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { ProviderConnection } from "./connection";
import { NotWorking, notWorkingStatus } from "./custom/not-working";
import { InvalidArguments, invalidArgumentsStatus } from "./construct/invalid-arguments";
import { errorMessage } from "../model/error-message";
import { notingLostKeys, refuseLostKeys } from "./wire/lost-keys";

type Handlers = ReturnType<ProviderConnection["handlers"]>;

/** A plugin that answers. */
export interface Served {
  readonly port: number;
  /** Ends it without waiting for calls under way. */
  stop(): void;
}

/** Serves the plugin protocol on a free local port. */
export function serve(connect: () => ProviderConnection): Promise<Served> {
  const connections = new Map<string, Handlers>();
  const handlersOf = (peer: string, method: string): Handlers => {
    // An engine shakes hands once, at the start. A later one may come from the port that an earlier one had, and must not
    // meet what that one left: its configuration, and that it was cancelled.
    const known = method === "handshake" ? undefined : connections.get(peer);
    const handlers = known ?? connect().handlers();
    connections.set(peer, handlers);
    return handlers;
  };
  const service: grpc.UntypedServiceImplementation = {};
  for (const name of Object.keys(connect().handlers())) {
    const method: grpc.handleUnaryCall<never, unknown> = (call, callback) => {
      Promise.resolve()
        .then(() => {
          refuseLostKeys(call.request);
          return handlersOf(call.getPeer(), name)[name]?.(call.request);
        })
        .then(
          (response) => callback(null, response),
          (error: unknown) => callback(statusOf(error)),
        );
    };
    service[name] = method as unknown as grpc.UntypedHandleCall; // the typings ask for `any`, not `never`
  }
  const megabytes = 1 << 20;
  const server = new grpc.Server({
    "grpc.max_receive_message_length": 400 * megabytes,
    "grpc.max_send_message_length": 400 * megabytes,
  });
  server.addService(notingLostKeys(ResourceProviderService), service);
  return new Promise((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) =>
      error === null ? resolve({ port, stop: () => server.forceShutdown() }) : reject(error),
    ),
  );
}

function statusOf(error: unknown): Partial<grpc.StatusObject> {
  if (process.env["FUNCTION_MESH_DEBUG"] !== undefined && error instanceof Error) console.error(error.stack);
  if (error instanceof NotWorking) return notWorkingStatus(error);
  if (error instanceof InvalidArguments) return invalidArgumentsStatus(error);
  return { code: grpc.status.UNKNOWN, details: errorMessage(error) };
}
