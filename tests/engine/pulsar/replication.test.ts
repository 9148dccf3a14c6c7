import assert from "node:assert/strict";
import { namespace } from "../../../provider/pulsar/namespace";
import { tenant } from "../../../provider/pulsar/tenant";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";

describe("provider/pulsar with several clusters", function () {
  this.timeout(60_000);
  let broker: Broker;
  let local: string;
  const west = freshName("west");
  const tenantName = freshName("tenant");
  const fresh = (): { tenant: string; namespace: string } => ({ tenant: tenantName, namespace: freshName("made") });

  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
    local = String(await broker.send("GET", "/clusters").then((names) => (Array.isArray(names) ? names[0] : "")));
    await broker.send("PUT", `/clusters/${west}`, {
      serviceUrl: "http://127.0.0.1:9",
      brokerServiceUrl: "pulsar://127.0.0.1:9",
    });
    await broker.send("PUT", `/tenants/${tenantName}`, { adminRoles: [], allowedClusters: [local, west] });
  });
  after(() => broker.send("DELETE", `/clusters/${west}`));

  const named = (): Broker => ({ ...broker, admin: { ...broker.admin, clusterName: local } });

  it("replicates, takes clusters as a set, stops, and goes back to the local cluster", async () => {
    const inputs = fresh();
    const made = operate(namespace, named());
    await made.create({ ...inputs, replicationClusters: [west, local] });
    await made.refresh();
    assert.deepEqual(made.changed({ ...inputs, replicationClusters: [local, west] }), []);
    await made.update({ ...inputs, replicationClusters: [local] });
    await made.update({ ...inputs, replicationClusters: [local, west] });
    await made.update(inputs);
    assert.deepEqual(await broker.send("GET", `/namespaces/${tenantName}/${inputs.namespace}/replication`), [local]);
  });
  it("finds a cluster that somebody took away", async () => {
    const inputs = { ...fresh(), replicationClusters: [local, west] };
    const made = operate(namespace, named());
    await made.create(inputs);
    await broker.send("POST", `/namespaces/${tenantName}/${inputs.namespace}/replication`, [local]);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), ["replicationClusters"]);
    await made.update(inputs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
  });
  for (const onDelete of ["delete", "force"]) {
    it(`deletes a replicated namespace here with ${onDelete}`, async () => {
      const made = operate(namespace, named());
      await made.create({ ...fresh(), replicationClusters: [local, west], onDelete });
      await made.delete();
      assert.equal(await made.refresh(), undefined);
    });
  }
  it("does not delete in another cluster what is not here", async () => {
    const made = operate(namespace, named());
    await made.create({ ...fresh(), replicationClusters: [west] });
    await assert.rejects(
      made.delete(),
      /it redirects to http:\/\/127\.0\.0\.1:9\/.* not a host of this cluster's adminUrl/,
    );
  });
  it("asks for the cluster's name where the broker knows several", async () => {
    await assert.rejects(
      operate(tenant, broker).create({ tenant: freshName("made") }),
      /The broker knows several clusters \(.*state clusterName/,
    );
    const made = operate(tenant, named());
    await made.create({ tenant: freshName("made"), allowedClusters: [local, west] });
    await made.update({ tenant: made.state().id });
    await made.refresh();
    assert.deepEqual(await broker.send("GET", `/tenants/${made.state().id}`), {
      adminRoles: [],
      allowedClusters: [local],
    });
  });
});
