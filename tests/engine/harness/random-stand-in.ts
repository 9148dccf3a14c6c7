import { randomBytes } from "node:crypto";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderService } from "@pulumi/pulumi/proto/provider_grpc_pb";
import provider from "@pulumi/pulumi/proto/provider_pb";
import { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";

/**
 * NOT the random plugin, which cannot be obtained everywhere: a stand-in for tests that knows RandomId and nothing else. Engines
 * attach to it with `PULUMI_DEBUG_PROVIDERS=random:<port>`.
 */
export interface RandomStandIn {
  readonly port: number;
  stop(): Promise<void>;
}

type Values = Readonly<Record<string, JavaScriptValue>>;
type Unary<Request, Response> = (request: Request) => Response;

const randomId = "random:index/randomId:RandomId";

const valuesOf = (struct: Struct | undefined): Values => struct?.toJavaScript() ?? {};

/** All its arguments replace the id; an id made anew is another one. */
const changed = (olds: Values, news: Values): readonly string[] =>
  ["byteLength", "keepers", "prefix"].filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));

function check(request: provider.CheckRequest): provider.CheckResponse {
  if (!request.getUrn().includes(`${randomId}::`)) throw new Error(`the stand-in knows ${randomId} only`);
  return new provider.CheckResponse().setInputs(request.getNews());
}

function diff(request: provider.DiffRequest): provider.DiffResponse {
  const replaces = changed(valuesOf(request.getOldInputs()), valuesOf(request.getNews()));
  return new provider.DiffResponse()
    .setChanges(
      replaces.length > 0 ? provider.DiffResponse.DiffChanges.DIFF_SOME : provider.DiffResponse.DiffChanges.DIFF_NONE,
    )
    .setReplacesList([...replaces])
    .setDiffsList([...replaces]);
}

function create(request: provider.CreateRequest): provider.CreateResponse {
  const inputs = valuesOf(request.getProperties());
  const bytes = randomBytes(Number(inputs["byteLength"]));
  const outputs = request.getPreview()
    ? inputs
    : { ...inputs, hex: bytes.toString("hex"), dec: "0", b64Std: "", b64Url: "" };
  return new provider.CreateResponse()
    .setId(request.getPreview() ? "" : bytes.toString("base64url"))
    .setProperties(Struct.fromJavaScript(outputs));
}

const read = (request: provider.ReadRequest): provider.ReadResponse =>
  new provider.ReadResponse()
    .setId(request.getId())
    .setProperties(request.getProperties())
    .setInputs(request.getInputs());

const handler =
  <Request, Response>(answer: Unary<Request, Response>): grpc.handleUnaryCall<Request, Response> =>
  (call, callback) => {
    try {
      callback(null, answer(call.request));
    } catch (error) {
      callback({ code: grpc.status.UNKNOWN, details: String(error) });
    }
  };

const handlers: grpc.UntypedServiceImplementation = {
  getPluginInfo: handler(() => new PluginInfo().setVersion("4.0.0")),
  attach: handler(() => new Empty()),
  checkConfig: handler((request: provider.CheckRequest) => new provider.CheckResponse().setInputs(request.getNews())),
  diffConfig: handler(() => new provider.DiffResponse()),
  configure: handler(() => new provider.ConfigureResponse().setAcceptsecrets(false).setSupportspreview(true)),
  check: handler(check),
  diff: handler(diff),
  create: handler(create),
  read: handler(read),
  delete: handler(() => new Empty()),
  cancel: handler(() => new Empty()),
};

export async function startRandomStandIn(): Promise<RandomStandIn> {
  const server = new grpc.Server();
  server.addService(ResourceProviderService, handlers);
  const port = await new Promise<number>((resolve, reject) =>
    server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    ),
  );
  return { port, stop: () => new Promise((resolve) => server.tryShutdown(() => resolve())) };
}
