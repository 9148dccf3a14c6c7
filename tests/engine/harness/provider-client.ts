import { credentials, type ServiceError } from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { plainOf, structOf } from "../../../provider/pulumi/custom/requests";

export type Values = Readonly<Record<string, unknown>>;

/** A resource as the engine's state has it. */
export interface Known {
  readonly id: string;
  readonly inputs: Values;
  readonly outputs: Values;
}

/** What a preview would show. */
export interface Difference {
  readonly paths: readonly string[];
  /** The object is to be made anew. */
  readonly replaces: boolean;
}

/** The provider as an engine sees it, without an engine: thousands of operations in a minute. */
export interface ProviderClient {
  check(
    urn: string,
    inputs: Values,
    old?: Known,
  ): Promise<{ readonly inputs: Values; readonly failures: readonly string[] }>;
  create(urn: string, inputs: Values): Promise<Known>;
  /** `undefined` when the object is gone. */
  read(urn: string, known: Known): Promise<Known | undefined>;
  diff(urn: string, known: Known, inputs: Values): Promise<Difference>;
  update(urn: string, known: Known, inputs: Values): Promise<Known>;
  delete(urn: string, known: Known): Promise<void>;
  close(): void;
}

/** A call that takes longer than this hangs. */
const patienceMs = 60_000;

type Done<Answer> = (error: ServiceError | null, answer: Answer) => void;

function ask<Answer>(what: string, call: (done: Done<Answer>) => unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} hangs`)), patienceMs);
    call((error, answer) => {
      clearTimeout(timer);
      if (error === null) resolve(answer);
      else reject(new Error(error.details, { cause: error }));
    });
  });
}

const bare = (values: Values) => structOf(values, new Set());

/** Connects to a provider that listens, as an engine does for one provider instance. */
export async function connectProvider(port: number, configuration: Values): Promise<ProviderClient> {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure(), {
    // A connection of its own is an instance of its own.
    "grpc.use_local_subchannel_pool": 1,
    "grpc.max_send_message_length": 400 << 20,
    "grpc.max_receive_message_length": 400 << 20,
  });
  await ask("handshake", (done) => client.handshake(new messages.ProviderHandshakeRequest(), done));
  const configure = new messages.ConfigureRequest().setArgs(bare(configuration)).setUrn("urn:pulumi:s::p::t::own");
  await ask("configure", (done) => client.configure(configure, done));
  return clientOf(client);
}

function clientOf(client: ResourceProviderClient): ProviderClient {
  return {
    check: async (urn, inputs, old) => {
      const request = new messages.CheckRequest().setUrn(urn).setNews(bare(inputs));
      if (old !== undefined) request.setOlds(bare(old.inputs));
      const answer = await ask<messages.CheckResponse>("check", (done) => client.check(request, done));
      const failures = answer.getFailuresList().map((failure) => failure.getReason());
      return { inputs: plainOf(answer.getInputs()).values, failures };
    },
    create: async (urn, inputs) => {
      const request = new messages.CreateRequest().setUrn(urn).setProperties(bare(inputs));
      const answer = await ask<messages.CreateResponse>("create", (done) => client.create(request, done));
      return { id: answer.getId(), inputs, outputs: plainOf(answer.getProperties()).values };
    },
    read: async (urn, { id, inputs, outputs }) => {
      const request = new messages.ReadRequest().setUrn(urn).setId(id);
      request.setInputs(bare(inputs)).setProperties(bare(outputs));
      const answer = await ask<messages.ReadResponse>("read", (done) => client.read(request, done));
      if (answer.getId() === "") return undefined;
      return { id, inputs: plainOf(answer.getInputs()).values, outputs: plainOf(answer.getProperties()).values };
    },
    diff: async (urn, { id, inputs, outputs }, news) => {
      const request = new messages.DiffRequest().setUrn(urn).setId(id).setOlds(bare(outputs));
      request.setOldInputs(bare(inputs)).setNews(bare(news));
      const answer = await ask<messages.DiffResponse>("diff", (done) => client.diff(request, done));
      const entries = answer.getDetaileddiffMap().getEntryList();
      return { paths: entries.map(([path]) => path), replaces: answer.getReplacesList().length > 0 };
    },
    update: async (urn, { id, inputs, outputs }, news) => {
      const request = new messages.UpdateRequest().setUrn(urn).setId(id).setOlds(bare(outputs));
      request.setOldInputs(bare(inputs)).setNews(bare(news));
      const answer = await ask<messages.UpdateResponse>("update", (done) => client.update(request, done));
      return { id, inputs: news, outputs: plainOf(answer.getProperties()).values };
    },
    delete: async (urn, { id, inputs, outputs }) => {
      const request = new messages.DeleteRequest().setUrn(urn).setId(id);
      request.setOldInputs(bare(inputs)).setProperties(bare(outputs));
      await ask("delete", (done) => client.delete(request, done));
    },
    close: () => client.close(),
  };
}
