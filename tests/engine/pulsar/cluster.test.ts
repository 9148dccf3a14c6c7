import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { cluster } from "../../../provider/pulsar/cluster";
import type { registrationFields } from "../../../provider/pulsar/cluster/cluster-args";
import { recordOf, textsOf } from "../../../provider/pulsar/resource/decode";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { importById, operate, withStranger } from "./operations";

const prefix = "registered";
const pathOf = (inputs: Properties): string => `/clusters/${String(inputs["cluster"])}`;

/** Two values of each setting. */
const values: Readonly<Record<keyof typeof registrationFields, readonly [unknown, unknown]>> = {
  serviceUrl: ["http://west:8080", "http://west:8080,http://east:8080"],
  serviceUrlTls: ["https://west:8443", "https://east:8443"],
  brokerServiceUrl: ["pulsar://west:6650", "pulsar://east:6650"],
  brokerServiceUrlTls: ["pulsar+ssl://west:6651", "pulsar+ssl://east:6651"],
  proxyServiceUrl: ["pulsar+ssl://proxy:4443", "pulsar://proxy:4080"],
  proxyProtocol: ["SNI", "SNI"],
  listenerName: ["external", "internal"],
  authenticationPlugin: ["org.example.A", "org.example.B"],
  authenticationParameters: ["token:a", "token:b"],
  peerClusterNames: [["contract"], ["contract"]],
  brokerClientTlsEnabled: [true, false],
  tlsAllowInsecureConnection: [true, false],
  brokerClientTrustCertsFilePath: ["/a/ca.pem", "/b/ca.pem"],
  brokerClientCertificateFilePath: ["/a/cert.pem", "/b/cert.pem"],
  brokerClientKeyFilePath: ["/a/key.pem", "/b/key.pem"],
  brokerClientTlsEnabledWithKeyStore: [true, false],
  brokerClientTlsTrustStoreType: ["JKS", "PKCS12"],
  brokerClientTlsTrustStore: ["/a/trust", "/b/trust"],
  brokerClientTlsTrustStorePassword: ["a", "b"],
  brokerClientTlsKeyStoreType: ["PKCS12", "JKS"],
  brokerClientTlsKeyStore: ["/a/keys", "/b/keys"],
  brokerClientTlsKeyStorePassword: ["a", "b"],
  brokerClientSslFactoryPlugin: ["org.example.S", "org.example.T"],
  brokerClientSslFactoryPluginParams: ["a", "b"],
};
const first = Object.fromEntries(Object.entries(values).map(([name, [value]]) => [name, value]));
const second = Object.fromEntries(Object.entries(values).map(([name, [, value]]) => [name, value]));
const names = Object.keys(values);
/** Settings that only mean something together. */
const proxy = ["proxyServiceUrl", "proxyProtocol"];
const secret = ["authenticationParameters", "brokerClientTlsTrustStorePassword", "brokerClientTlsKeyStorePassword"];
const changing = names.filter((name) => first[name] !== second[name] && name !== "peerClusterNames");

describe("clusters at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
  });
  // With several clusters the broker's own can no longer be told by being the only one, which other tests rely on.
  after(async () => {
    for (const name of textsOf(await broker.send("GET", "/clusters")))
      if (name.startsWith(prefix)) await broker.send("DELETE", `/clusters/${name}`);
  });
  const fresh = (): { cluster: string } => ({ cluster: freshName(prefix) });

  describeContract({
    resource: cluster,
    fresh: () => Promise.resolve({ ...fresh(), ...first }),
    changes: [{ to: second, paths: changing }],
    optional: names.filter((name) => !proxy.includes(name)),
    drifts: changing.map((name) => ({
      name: `another ${name}`,
      path: name,
      act: (at: Broker, inputs: Properties) => at.send("POST", pathOf(inputs), { ...first, [name]: second[name] }),
    })),
    calls: { create: 3, refresh: 1 },
  });

  it("unsets a proxy as a whole", async () => {
    const { cluster: name } = fresh();
    const made = operate(cluster, broker);
    await made.create({ cluster: name, ...first });
    const rest = Object.fromEntries(Object.entries(first).filter(([key]) => !proxy.includes(key)));
    await made.update({ cluster: name, ...rest });
    const body = recordOf(await broker.send("GET", `/clusters/${name}`));
    assert.deepEqual([body["proxyServiceUrl"], body["proxyProtocol"]], [undefined, undefined]);
  });
  it("keeps what is not declared when it changes something else", async () => {
    const inputs = { ...fresh(), serviceUrl: "http://west:8080" };
    const made = operate(cluster, broker);
    await made.create(inputs);
    await broker.send("POST", pathOf(inputs), { ...first, serviceUrl: inputs.serviceUrl });
    await made.update({ ...inputs, serviceUrl: "http://east:8080" });
    assert.deepEqual(await broker.send("GET", pathOf(inputs)), { ...first, serviceUrl: "http://east:8080" });
  });
  it("shows no secret of one that differs", async () => {
    const inputs = { ...fresh(), ...first, authenticationParameters: "token:planted" };
    await operate(cluster, broker).create(inputs);
    const differing = { ...inputs, ...Object.fromEntries(secret.map((name) => [name, "planted"])) };
    await assert.rejects(operate(cluster, broker).create(differing), (error: Error) => {
      for (const name of secret) assert.match(error.message, new RegExp(`${name} \\(secret\\)`));
      assert.doesNotMatch(error.message, /planted/);
      return true;
    });
  });
  it("refuses peers that the broker does not know, and takes nothing for made", async () => {
    const inputs = { ...fresh(), peerClusterNames: ["contract", "nowhere"] };
    await assert.rejects(
      operate(cluster, broker).create(inputs),
      /peerClusterNames of cluster registered-.* names nowhere\. Write only clusters that the broker knows: .*contract/,
    );
    assert.equal(await importById(cluster, broker, inputs.cluster), undefined);
  });
  it("names who keeps it from being deleted, and asks nobody with force", async () => {
    const inputs = { ...fresh(), serviceUrl: "http://127.0.0.1:9", deleteWaitSeconds: 0 };
    const made = operate(cluster, broker);
    await made.create(inputs);
    const tenant = freshName("tenant");
    const peer = fresh().cluster;
    const clusters = ["contract", inputs.cluster];
    await broker.send("PUT", `/tenants/${tenant}`, { adminRoles: [], allowedClusters: clusters });
    await broker.send("PUT", `/namespaces/${tenant}/n`, { replication_clusters: clusters });
    await broker.send("PUT", `/clusters/${peer}`, { peerClusterNames: [inputs.cluster] });
    await assert.rejects(made.delete(), (error: Error) => {
      assert.match(error.message, new RegExp(`^Could not delete cluster ${inputs.cluster}: it is named by `));
      for (const user of [
        `cluster ${peer} \\(peerClusterNames\\)`,
        `tenant ${tenant} \\(allowedClusters\\)`,
        `namespace ${tenant}/n \\(replicationClusters.*\\)`,
      ])
        assert.match(error.message, new RegExp(user));
      return true;
    });
    assert.notEqual(await made.refresh(), undefined);
    await made.update({ ...inputs, onDelete: "force" });
    await made.delete();
    assert.equal(await made.refresh(), undefined);
    // It has to be there for the namespace to go.
    await made.create(inputs);
    await broker.send("POST", `/namespaces/${tenant}/n/replication`, ["contract"]);
    await broker.send("POST", `/tenants/${tenant}`, { adminRoles: [], allowedClusters: ["contract"] });
    await assert.rejects(made.delete(), new RegExp(`named by cluster ${peer} `));
  });
  it("waits for those that take it out", async () => {
    const inputs = { ...fresh(), serviceUrl: "http://127.0.0.1:9", deleteWaitSeconds: 30 };
    const made = operate(cluster, broker);
    await made.create(inputs);
    const peer = fresh().cluster;
    await broker.send("PUT", `/clusters/${peer}`, { peerClusterNames: [inputs.cluster] });
    const deleted = made.delete();
    await sleep(500);
    await broker.send("POST", `/clusters/${peer}/peers`, []);
    await deleted;
    assert.match(made.messages.join(), /is still in use; waiting up to 30 s/);
    assert.equal(await made.refresh(), undefined);
  });
  for (const onDelete of ["delete", "force"]) {
    it(`never deletes the broker's own with ${onDelete}`, async () => {
      const made = operate(cluster, broker);
      await made.create({ cluster: "contract", onDelete });
      await assert.rejects(made.delete(), /Could not delete cluster contract: the broker is of this cluster/);
      assert.notEqual(await made.refresh(), undefined);
    });
  }
  it("leaves what it is told to retain", async () => {
    const made = operate(cluster, broker);
    await made.create({ ...fresh(), onDelete: "retain" });
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
  });
  it("says when a stranger sets again what it unsets", async () => {
    const inputs = { ...fresh(), serviceUrl: "http://west:8080", listenerName: "external" };
    const redo = (): Promise<unknown> => broker.send("POST", pathOf(inputs), { ...inputs, cluster: undefined });
    const made = operate(cluster, { ...broker, admin: withStranger(broker.admin, redo) });
    await made.create(inputs);
    const rest = { cluster: inputs.cluster, serviceUrl: inputs.serviceUrl };
    await assert.rejects(made.update(rest), /accepted cluster .* but did not keep listenerName \(unset\)/);
  });
  it("says when a stranger's write undoes its own", async () => {
    const inputs = { ...fresh(), serviceUrl: "http://west:8080" };
    const undo = (): Promise<unknown> => broker.send("POST", pathOf(inputs), {});
    await assert.rejects(
      operate(cluster, { ...broker, admin: withStranger(broker.admin, undo) }).create(inputs),
      /accepted cluster .* but did not keep serviceUrl \(declared: "http:\/\/west:8080", at the broker: not set\)/,
    );
  });
});
