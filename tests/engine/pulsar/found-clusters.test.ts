import assert from "node:assert/strict";
import { namespace } from "../../../provider/pulsar/namespace";
import { recordOf, textsOf } from "../../../provider/pulsar/resource/decode";
import { tenant } from "../../../provider/pulsar/tenant";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";

const sorted = (value: unknown): readonly string[] => [...textsOf(value)].sort();

/** What others replicate with an object that a mesh adopts goes on. */
describe("provider/pulsar with clusters that were found", function () {
  this.timeout(60_000);
  let broker: Broker;
  let local: string;
  const [west, south] = [freshName("west"), freshName("zsouth")];
  const tenantName = freshName("tenant");

  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
    local = String(textsOf(await broker.send("GET", "/clusters"))[0]);
    const urls = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };
    for (const name of [west, south]) await broker.send("PUT", `/clusters/${name}`, urls);
    const allowedClusters = [local, west, south];
    await broker.send("PUT", `/tenants/${tenantName}`, { adminRoles: [], allowedClusters });
  });
  after(async () => {
    for (const name of [west, south]) await broker.send("DELETE", `/clusters/${name}`);
  });

  const named = (): Broker => ({ ...broker, admin: { ...broker.admin, clusterName: local } });
  const allowed = async (name: string): Promise<readonly string[]> =>
    sorted(recordOf(await broker.send("GET", `/tenants/${name}`))["allowedClusters"]);
  const replicated = async (name: string): Promise<readonly string[]> =>
    sorted(await broker.send("GET", `/namespaces/${tenantName}/${name}/replication`));

  it("keeps those of a tenant, takes back its own alone, and shows no difference", async () => {
    const name = freshName("found");
    await broker.send("PUT", `/tenants/${name}`, { adminRoles: [], allowedClusters: [local, south] });
    const inputs = { tenant: name, keepFoundClusters: true };
    const made = operate(tenant, named());
    const declared = { ...inputs, allowedClusters: [local, west] };
    await made.create({ ...declared, onExisting: "adopt" });
    assert.deepEqual(await allowed(name), sorted([local, west, south]));
    await made.refresh();
    assert.deepEqual(made.changed({ ...declared, onExisting: "adopt" }), []);
    await made.update({ ...inputs, allowedClusters: [local] });
    assert.deepEqual(await allowed(name), sorted([local, south]));
  });

  it("keeps those of a namespace whose clusters were not declared until now", async () => {
    const name = freshName("found");
    const path = `/namespaces/${tenantName}/${name}`;
    await broker.send("PUT", path, { replication_clusters: [local, south] });
    const inputs = { tenant: tenantName, namespace: name, keepFoundClusters: true };
    const made = operate(namespace, named());
    await made.create(inputs);
    await made.update({ ...inputs, replicationClusters: [local, west] });
    assert.deepEqual(await replicated(name), sorted([local, west, south]));
    await made.refresh();
    assert.deepEqual(made.changed({ ...inputs, replicationClusters: [local, west] }), []);
    await made.update(inputs);
    assert.deepEqual(await replicated(name), sorted([local, south]));
    await made.delete();
  });

  it("leaves those of others when a mesh leaves all other clusters, also after a refresh and another update", async () => {
    const name = freshName("found");
    await broker.send("PUT", `/tenants/${name}`, { adminRoles: [], allowedClusters: [local, south] });
    await broker.send("PUT", `/namespaces/${tenantName}/${name}`, { replication_clusters: [local, south] });
    const asked = { keepFoundClusters: true, onExisting: "adopt" };
    const [ofTenant, ofNamespace] = [{ tenant: name }, { tenant: tenantName, namespace: name }];
    const [madeTenant, madeNamespace] = [operate(tenant, named()), operate(namespace, named())];
    await madeTenant.create({ ...ofTenant, ...asked, allowedClusters: [local, west] });
    await madeNamespace.create({ ...ofNamespace, ...asked, replicationClusters: [local, west] });
    for (const onDelete of ["delete", "retain"]) {
      await madeTenant.update({ ...ofTenant, onDelete });
      await madeNamespace.update({ ...ofNamespace, onDelete });
      assert.deepEqual([await allowed(name), await replicated(name)], [sorted([local, south]), sorted([local, south])]);
      await madeTenant.refresh();
      await madeNamespace.refresh();
      assert.deepEqual(madeTenant.changed({ ...ofTenant, onDelete }), []);
      assert.deepEqual(madeNamespace.changed({ ...ofNamespace, onDelete }), []);
    }
  });

  it("does not put back a cluster that its administrator took away and deleted", async () => {
    const [name, gone] = [freshName("found"), freshName("gone")];
    const urls = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };
    await broker.send("PUT", `/clusters/${gone}`, urls);
    await broker.send("PUT", `/tenants/${name}`, { adminRoles: [], allowedClusters: [local, gone] });
    const inputs = { tenant: name, keepFoundClusters: true };
    const made = operate(tenant, named());
    await made.create({ ...inputs, allowedClusters: [local] });
    await broker.send("POST", `/tenants/${name}`, { adminRoles: [], allowedClusters: [local] });
    await broker.send("DELETE", `/clusters/${gone}`);
    await made.update({ ...inputs, allowedClusters: [local, west] });
    assert.deepEqual(await allowed(name), sorted([local, west]));
  });

  it("adopts without being told to what has more than is declared", async () => {
    const name = freshName("found");
    await broker.send("PUT", `/namespaces/${tenantName}/${name}`, { replication_clusters: [local, west, south] });
    const inputs = { tenant: tenantName, namespace: name, replicationClusters: [local, west] };
    await assert.rejects(
      operate(namespace, named()).create(inputs),
      /exists already and differs in replicationClusters/,
    );
    const made = operate(namespace, named());
    await made.create({ ...inputs, keepFoundClusters: true });
    assert.deepEqual(await replicated(name), sorted([local, west, south]));
    await made.delete();
  });

  it("declares all clusters where it is not asked for", async () => {
    const name = freshName("found");
    await broker.send("PUT", `/tenants/${name}`, { adminRoles: [], allowedClusters: [local, south] });
    const made = operate(tenant, named());
    await made.create({ tenant: name, allowedClusters: [local], onExisting: "adopt" });
    assert.deepEqual(await allowed(name), [local]);
  });
});
