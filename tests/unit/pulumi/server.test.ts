import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import * as grpc from "@grpc/grpc-js";
import { ResourceProviderClient } from "@pulumi/pulumi/proto/provider_grpc_pb";
import type { PluginInfo } from "@pulumi/pulumi/proto/plugin_pb";
import * as messages from "@pulumi/pulumi/proto/provider_pb";
import { Empty } from "google-protobuf/google/protobuf/empty_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { factsFormat } from "../../../provider/model/changes/mesh-facts";
import { ProviderConnection } from "../../../provider/pulumi/connection";
import { type Served, serve } from "../../../provider/pulumi/server";
import { signatureKey, signatures, unknownText } from "../../../provider/pulumi/wire/signatures";

const schemaText = readFileSync(join(__dirname, "..", "..", "..", "schema.json"), "utf8");
const urn = (type: string, name = "n"): string => `urn:pulumi:test::project::${type}::${name}`;
const topology = urn("function-mesh:index:Topology");
const topic = urn("function-mesh:pulsar:Topic");
const struct = (value: Readonly<Record<string, unknown>>): Struct =>
  Struct.fromJavaScript(value as Record<string, JavaScriptValue>);
const secret = (value: unknown) => ({ [signatureKey]: signatures.secret, value });

/** The plugin protocol as an engine speaks it, over a real connection. */
describe("server", () => {
  let client: ResourceProviderClient;
  let served: Served | undefined;
  let address = "";
  const connect = (): ResourceProviderClient =>
    // Own channels: an engine opens a connection for each provider instance.
    new ResourceProviderClient(address, grpc.credentials.createInsecure(), { "grpc.use_local_subchannel_pool": 1 });

  before(async () => {
    served = await serve(() => new ProviderConnection(schemaText, JSON.parse(schemaText), undefined));
    address = `127.0.0.1:${served.port}`;
    client = connect();
  });
  after(() => {
    client.close();
    served?.stop();
  });

  /** The typings overload every method, which generic code cannot see through. */
  const call = <Response>(method: string, request: unknown, on = client): Promise<Response> =>
    new Promise((resolve, reject) =>
      Reflect.apply(Reflect.get(on, method), on, [
        request,
        (error: Error | null, response: Response) => (error === null ? resolve(response) : reject(error)),
      ]),
    );

  it("hands over the schema and the version", async () => {
    const schema: messages.GetSchemaResponse = await call<messages.GetSchemaResponse>(
      "getSchema",
      new messages.GetSchemaRequest(),
    );
    assert.equal(JSON.parse(schema.getSchema()).name, "function-mesh");
    const info: PluginInfo = await call<PluginInfo>("getPluginInfo", new Empty());
    assert.equal(info.getVersion(), JSON.parse(schemaText).version);
  });

  it("refuses unknown configuration with the nearest name, and takes nested JSON", async () => {
    const check = async (news: object) =>
      (await call<messages.CheckResponse>("checkConfig", new messages.CheckRequest().setNews(struct({ ...news }))))
        .getFailuresList()
        .map((failure) => `${failure.getProperty()}: ${failure.getReason()}`);
    assert.deepEqual(await check({ adminURL: "http://x" }), [
      ": adminURL: there is no such argument; did you mean adminUrl?",
    ]);
    assert.deepEqual(await check({ adminUrl: "http://x", auth: JSON.stringify({ token: "t" }), version: "1" }), []);
    assert.match((await check({ auth: JSON.stringify({ tokn: "t" }) }))[0] ?? "", /auth\.tokn.*did you mean token/);
  });

  const planted = "planted-secret";
  const plantedInConfiguration: readonly (readonly [name: string, news: object])[] = [
    ["a credential as a text", { auth: secret(planted) }],
    ["a credential as a text in clear", { auth: planted }],
    ["a field of a credential as a text", { auth: secret(JSON.stringify({ basic: planted })) }],
    ["a field beside a secret", { instanceAuth: JSON.stringify({ tokenCommand: planted }) }],
    ["an item beside a secret", { auth: JSON.stringify({ tokenFile: [planted] }) }],
    ["a setting that is marked", { tls: secret(JSON.stringify({ allowInsecure: planted })) }],
  ];
  for (const [name, news] of plantedInConfiguration) {
    it(`refuses without showing it: ${name}`, async () => {
      const request = new messages.CheckRequest().setNews(struct({ adminUrl: "http://x", ...news }));
      const failures = (await call<messages.CheckResponse>("checkConfig", request)).getFailuresList();
      assert.equal(failures.length, 1);
      assert.doesNotMatch(failures[0]?.getReason() ?? "", new RegExp(planted));
      assert.equal(failures[0]?.getProperty(), "");
    });
  }

  it("keeps credentials of a provider secret, marked or not", async () => {
    const auth = JSON.stringify({ token: "t" });
    const request = new messages.CheckRequest().setNews(struct({ adminUrl: "http://x", auth, instanceAuth: auth }));
    const checked = await call<messages.CheckResponse>("checkConfig", request);
    assert.deepEqual(checked.getInputs()?.toJavaScript(), {
      adminUrl: "http://x",
      auth: secret(auth),
      instanceAuth: secret(auth),
    });
  });

  it("replaces resources for another cluster only", async () => {
    const diff = async (olds: object, news: object) => {
      const request = new messages.DiffRequest().setOldInputs(struct({ ...olds })).setNews(struct({ ...news }));
      const response = await call<messages.DiffResponse>("diffConfig", request);
      return { changed: response.getDiffsList(), replaces: response.getReplacesList() };
    };
    const old = { adminUrl: "http://a", clusterName: "a" };
    assert.deepEqual(await diff(old, { ...old, adminUrl: "http://b" }), { changed: ["adminUrl"], replaces: [] });
    assert.deepEqual(await diff(old, { ...old, auth: "{}" }), { changed: ["auth"], replaces: [] });
    assert.deepEqual(await diff(old, { ...old, clusterName: "b" }), {
      changed: ["clusterName"],
      replaces: ["clusterName"],
    });
    assert.deepEqual(await diff({ adminUrl: "http://a" }, old), { changed: ["clusterName"], replaces: [] });
  });

  it("checks arguments and keeps what is secret secret", async () => {
    const request = (news: object) => new messages.CheckRequest().setUrn(topic).setNews(struct({ ...news }));
    const wrong = await call<messages.CheckResponse>("check", request({ topic: "a/b/c", partitons: 1 }));
    assert.match(wrong.getFailuresList()[0]?.getReason() ?? "", /partitons.*did you mean partitions/);
    const identity = new messages.CheckRequest().setUrn(urn("function-mesh:index:ClusterIdentity"));
    const checked = await call<messages.CheckResponse>(
      "check",
      identity.setNews(struct({ cluster: "c", kubeconfig: "text" })),
    );
    assert.deepEqual(checked.getInputs()?.toJavaScript(), { cluster: "c", kubeconfig: secret("text") });
  });

  const pulsarType = (name: string): string => urn(`function-mesh:pulsar:${name}`);
  const identity = "persistent://t/n/x";
  const plantedInArguments: readonly (readonly [urn: string, news: object, olds?: object])[] = [
    [topic, { topic: secret(planted) }],
    [topic, { topic: identity, partitions: secret(planted) }],
    [topic, { topic: identity, partitions: secret(-4711) }],
    [topic, { topic: identity, partitions: secret(4711) }, { topic: identity, partitions: 4712 }],
    [topic, { topic: identity, partitions: 4710 }, { topic: identity, partitions: secret(4711) }],
    [topic, { topic: identity, onDelete: secret(planted) }],
    [topic, { topic: identity, properties: { a: secret([planted]) } }],
    [pulsarType("Tenant"), { tenant: secret(`${planted} x`) }],
    [pulsarType("Tenant"), { tenant: "t", allowedClusters: ["c", secret(`${planted} x`)] }],
    [pulsarType("Namespace"), { tenant: "t", namespace: "n", retention: secret({ minutes: 1, size: planted }) }],
    [pulsarType("Namespace"), { tenant: "t", namespace: "n", retention: secret(planted) }],
    [pulsarType("Subscription"), { topic: secret(planted), subscription: "s" }],
    [pulsarType("Schema"), { topic: secret(planted), type: "STRING" }],
    [pulsarType("Schema"), { topic: identity, type: secret("STRING"), definition: planted }],
    [urn("function-mesh:index:ClusterIdentity"), { cluster: "c", kubeconfig: [planted] }],
    [urn("function-mesh:index:ClusterIdentity"), { cluster: secret([planted]), kubeconfig: "k" }],
  ];
  for (const [resource, news, olds] of plantedInArguments) {
    it(`refuses without showing it: ${resource.split(":").at(-3)} ${JSON.stringify(Object.entries(news))}`, async () => {
      const request = new messages.CheckRequest().setUrn(resource).setNews(struct({ ...news }));
      if (olds !== undefined) request.setOlds(struct({ ...olds }));
      const failures = (await call<messages.CheckResponse>("check", request)).getFailuresList();
      assert.equal(failures.length, 1);
      assert.doesNotMatch(failures[0]?.getReason() ?? "", new RegExp(`${planted}|4711|STRING`));
    });
  }

  it("compares a secret with what is there already without showing either", async () => {
    const broker = createServer((request, response) => {
      response.writeHead(request.method === "PUT" ? 409 : 200, { "content-type": "application/json" });
      response.end(JSON.stringify({ reason: "Tenant already exists", adminRoles: ["other"], allowedClusters: ["c"] }));
    });
    await new Promise<void>((resolve) => broker.listen(0, "127.0.0.1", resolve));
    const address = broker.address();
    const other = connect();
    try {
      const adminUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
      await call("configure", new messages.ConfigureRequest().setArgs(struct({ adminUrl })), other);
      const properties = { tenant: "t", adminRoles: secret([planted]), allowedClusters: ["d"] };
      const create = new messages.CreateRequest().setUrn(pulsarType("Tenant")).setProperties(struct(properties));
      await assert.rejects(call("create", create, other), ({ message }: Error) => {
        assert.doesNotMatch(message, new RegExp(`${planted}|other`));
        assert.match(message, /adminRoles \(secret\).*allowedClusters \(declared: \["d"\], at the broker: \["c"\]\)/);
        return true;
      });
    } finally {
      other.close();
      broker.closeAllConnections();
      broker.close();
    }
  });

  it("passes unknown values through a preview", async () => {
    const request = new messages.CreateRequest()
      .setUrn(topic)
      .setPreview(true)
      .setProperties(struct({ topic: unknownText, partitions: 2 }));
    const other = connect();
    try {
      // Not even the broker is known yet.
      await call("configure", new messages.ConfigureRequest().setArgs(struct({ adminUrl: unknownText })), other);
      const created = await call<messages.CreateResponse>("create", request, other);
      assert.equal(created.getId(), "");
      assert.deepEqual(created.getProperties()?.toJavaScript(), { topic: unknownText, partitions: 2 });
    } finally {
      other.close();
    }
  });

  it("names each differing argument, and leaves out what is ignored", async () => {
    const shape = (image: string) => struct({ topology: { members: [{ name: "a", image }] } });
    const request = new messages.DiffRequest().setUrn(topology).setOldInputs(shape("1")).setNews(shape("2"));
    const response = await call<messages.DiffResponse>("diff", request);
    assert.equal(response.getChanges(), messages.DiffResponse.DiffChanges.DIFF_SOME);
    assert.deepEqual([...response.getDetaileddiffMap().keys()], ["topology.members[0].image"]);
    const ignoring = await call<messages.DiffResponse>("diff", request.setIgnorechangesList(["topology.members"]));
    assert.equal(ignoring.getChanges(), messages.DiffResponse.DiffChanges.DIFF_NONE);
  });

  it("asks for no difference where a state has no facts yet", async () => {
    const shape = (facts?: object) => struct({ topology: { members: [] }, ...(facts === undefined ? {} : { facts }) });
    const facts = { format: factsFormat, naming: "stable", members: [], topics: [] };
    const clusters = { pulsarClusters: [], kubernetesClusters: [], tenants: [], namespaces: [] };
    const request = new messages.DiffRequest().setUrn(topology).setNews(shape({ ...facts, ...clusters }));
    for (const old of [undefined, { format: 0, members: ["other"] }, { ...facts, ...clusters }]) {
      const response = await call<messages.DiffResponse>("diff", request.setOldInputs(shape(old)));
      assert.equal(response.getChanges(), messages.DiffResponse.DiffChanges.DIFF_NONE);
    }
    const other = struct({ topology: { members: [] }, facts: { ...facts, ...clusters, naming: "unique" } });
    const response = await call<messages.DiffResponse>("diff", request.setOldInputs(other));
    assert.deepEqual([...response.getDetaileddiffMap().keys()], ["facts.naming"]);
  });

  it("gives each connection a cluster of its own", async () => {
    const other = connect();
    try {
      const configure = new messages.ConfigureRequest().setArgs(struct({ adminUrl: "http://127.0.0.1:9" }));
      const configured = await call<messages.ConfigureResponse>("configure", configure, other);
      assert.ok(configured.getSupportspreview());
      const read = new messages.ReadRequest().setUrn(topic).setId("persistent://a/b/c");
      await assert.rejects(call("read", read), /knows no Pulsar cluster.*function-mesh:adminUrl/);
    } finally {
      other.close();
    }
  });

  const notImportable: readonly (readonly [type: string, says: RegExp])[] = [
    ["FunctionMesh", /FunctionMesh is a component .* import the resources below it instead, such as .*:Topic$/],
    ["Function", /Function is a component/],
    ["Source", /Source is a component/],
    ["Sink", /Sink is a component/],
    ["ConfigFile", /ConfigFile is a component/],
    ["Topology", /a topology is made by its mesh .* leave the import out$/],
  ];
  for (const [type, says] of notImportable) {
    it(`says what to do instead of an import of a ${type}`, async () => {
      const read = new messages.ReadRequest().setUrn(urn(`function-mesh:index:${type}`)).setId("any");
      await assert.rejects(call("read", read), ({ message }: Error) => {
        assert.match(message, says);
        return true;
      });
    });
  }

  it("refuses a preview at a broker that nobody has named, whatever else is known", async () => {
    const create = new messages.CreateRequest().setUrn(topic).setPreview(true);
    create.setProperties(struct({ topic: "persistent://a/b/c" }));
    const update = new messages.UpdateRequest().setUrn(topic).setId("persistent://a/b/c").setPreview(true);
    update
      .setOlds(struct({}))
      .setOldInputs(struct({}))
      .setNews(struct({ topic: "persistent://a/b/c" }));
    await assert.rejects(call("create", create), /knows no Pulsar cluster.*function-mesh:adminUrl/);
    await assert.rejects(call("update", update), /knows no Pulsar cluster.*function-mesh:adminUrl/);
    create.setProperties(struct({ topic: unknownText }));
    await assert.rejects(call("create", create), /knows no Pulsar cluster.*function-mesh:adminUrl/);
  });

  it("says which resources it does not have", async () => {
    const request = new messages.CheckRequest().setUrn(urn("function-mesh:index:Nothing")).setNews(struct({}));
    await assert.rejects(call<messages.CheckResponse>("check", request), /no resource function-mesh:index:Nothing/);
  });
});
