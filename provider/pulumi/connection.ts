import { type PluginAttach, PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { checkConfiguration, clusterOf, parseConfiguration } from "./configuration";
import { construct } from "./construct/construct";
import { checkFailures } from "./custom/check-failures";
import { invoke } from "./custom/invoke";
import { Operations } from "./custom/operations";
import { inOperationOf, operationUrn } from "./custom/operation-urn";
import { plainOf, structOf, union } from "./custom/requests";
import { Session } from "./custom/session";
import { withEnvironment } from "./environment/environment-cluster";
import { EngineLog } from "./engine-log";
import type { PackageSchema } from "./schema/package-schema";
import { secretProperties } from "./schema/secret-properties";

/**
 * The provider's side of the plugin protocol, for one connection of the engine: one provider instance, one Pulsar cluster.
 * An engine that attached to a running process opens a connection per instance.
 */
export class ProviderConnection {
  private engine: string | undefined;
  private readonly log = new EngineLog();
  private readonly session = new Session((line) => this.log.write("debug", line, operationUrn()));
  private readonly operations: Operations;

  constructor(
    private readonly schemaText: string,
    private readonly schema: PackageSchema,
    engine: string | undefined,
  ) {
    this.operations = new Operations(schema, this.session, this.log);
    if (engine !== undefined) this.attach(engine);
  }

  private attach(address: string): void {
    this.engine = address;
    this.log.attach(address);
  }

  /** The methods of the protocol that this provider answers; the engine copes with the others being missing. */
  handlers(): Readonly<Record<string, (request: never) => unknown>> {
    return {
      handshake: (request: messages.ProviderHandshakeRequest) => this.handshake(request),
      attach: (request: PluginAttach) => this.attachTo(request),
      cancel: () => this.cancel(),
      getPluginInfo: () => new PluginInfo().setVersion(this.schema.version),
      getSchema: () => new messages.GetSchemaResponse().setSchema(this.schemaText),
      checkConfig: (request: messages.CheckRequest) => this.checkConfig(request),
      diffConfig: (request: messages.DiffRequest) => this.diffConfig(request),
      configure: (request: messages.ConfigureRequest) => this.configure(request),
      check: (request: messages.CheckRequest) => this.operations.check(request),
      diff: (request: messages.DiffRequest) => this.operations.diff(request),
      create: (request: messages.CreateRequest) =>
        inOperationOf(request.getUrn(), () => this.operations.create(request)),
      read: (request: messages.ReadRequest) => inOperationOf(request.getUrn(), () => this.operations.read(request)),
      update: (request: messages.UpdateRequest) =>
        inOperationOf(request.getUrn(), () => this.operations.update(request)),
      delete: async (request: messages.DeleteRequest) => {
        await inOperationOf(request.getUrn(), () => this.operations.delete(request));
        return new Empty();
      },
      invoke: (request: messages.InvokeRequest) => invoke(request, this.session, this.schema),
      construct: (request: messages.ConstructRequest) => this.construct(request),
    };
  }

  private handshake(request: messages.ProviderHandshakeRequest): messages.ProviderHandshakeResponse {
    if (request.getEngineAddress() !== "") this.attach(request.getEngineAddress());
    return new messages.ProviderHandshakeResponse()
      .setAcceptSecrets(true)
      .setAcceptResources(true)
      .setAcceptOutputs(true);
  }

  private attachTo(request: PluginAttach): Empty {
    this.attach(request.getAddress());
    return new Empty();
  }

  private cancel(): Empty {
    this.session.cancel();
    return new Empty();
  }

  private checkConfig(request: messages.CheckRequest): messages.CheckResponse {
    const news = plainOf(request.getNews());
    const values = parseConfiguration(news.values, this.schema);
    const failures = checkConfiguration({ values, secrets: news.secrets }, this.schema);
    const response = new messages.CheckResponse();
    // A credential may come from a file that the program just read: the state must not show it, marked or not.
    const credentials = secretProperties(this.schema.provider.inputProperties ?? {}, this.schema);
    response.setInputs(structOf(news.values, union(news.secrets, credentials)));
    response.setFailuresList(checkFailures(failures));
    return response;
  }

  /** Another name means another cluster, whose resources are others; a new URL or credential leads to the same one, and so does a name that was not stated before. */
  private diffConfig(request: messages.DiffRequest): messages.DiffResponse {
    const olds = plainOf(request.hasOldInputs() ? request.getOldInputs() : request.getOlds()).values;
    const news = plainOf(request.getNews()).values;
    const keys = [...new Set([...Object.keys(olds), ...Object.keys(news)])];
    const changed = keys.filter((key) => JSON.stringify(olds[key]) !== JSON.stringify(news[key]));
    const isOther = olds["clusterName"] !== undefined && news["clusterName"] !== undefined;
    const replaces = changed.filter((key) => key === "clusterName" && isOther);
    const { DIFF_SOME, DIFF_NONE } = messages.DiffResponse.DiffChanges;
    return new messages.DiffResponse()
      .setChanges(changed.length > 0 ? DIFF_SOME : DIFF_NONE)
      .setDiffsList(changed)
      .setReplacesList(replaces);
  }

  private configure(request: messages.ConfigureRequest): messages.ConfigureResponse {
    const values = parseConfiguration(plainOf(request.getArgs()).values, this.schema);
    const stated = clusterOf(values);
    // A provider of the program's own that names its cluster does not depend on where it runs: several would all get one token.
    const usesEnvironment = isDefaultProvider(request.getUrn() ?? "") || stated.adminUrl === undefined;
    this.session.configure(usesEnvironment ? withEnvironment(stated, process.env) : stated);
    return new messages.ConfigureResponse()
      .setAcceptsecrets(true)
      .setAcceptresources(true)
      .setAcceptoutputs(true)
      .setSupportspreview(true);
  }

  private construct(request: messages.ConstructRequest): Promise<messages.ConstructResponse> {
    if (this.engine === undefined) throw new Error("the engine did not say where it listens");
    return construct(request, this.engine, this.schema);
  }
}

/** True for the provider that the engine makes of the stack's configuration. */
const isDefaultProvider = (urn: string): boolean => /^default(_|$)/.test(urn.split("::").pop() ?? "");
