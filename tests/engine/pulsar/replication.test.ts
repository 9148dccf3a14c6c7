import assert from "node:assert/strict";
import { type AdminClient } from "../../../provider/pulsar/admin/client";
import { textsOf } from "../../../provider/pulsar/resource/decode";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { namespace } from "../../../provider/pulsar/namespace";
import { tenant } from "../../../provider/pulsar/tenant";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";

const sorted = (value: unknown): readonly string[] => [...textsOf(value)].sort();

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
  const clustersOf = async (path: string): Promise<readonly unknown[]> =>
    Promise.all(["replication", "allowedClusters"].map((policy) => broker.send("GET", `${path}/${policy}`)));
  const everywhere = (): Properties => {
    const both = [local, west].sort();
    return { ...fresh(), replicationClusters: both, allowedClusters: both, deleteWaitSeconds: 1 };
  };

  it("stays replicated when it is refused because of a topic", async () => {
    const inputs = everywhere();
    const made = operate(namespace, named());
    await made.create(inputs);
    const path = `${tenantName}/${String(inputs["namespace"])}`;
    await broker.send("PUT", `/persistent/${path}/full`, {});
    const before = await clustersOf(`/namespaces/${path}`);
    broker.calls();
    await assert.rejects(
      made.delete(),
      /it is not empty\. In use by topic persistent:.*\/full .*Delete the topics first/,
    );
    assert.deepEqual(
      broker.calls().filter((call) => !call.startsWith("GET ")),
      [],
    );
    assert.deepEqual(await clustersOf(`/namespaces/${path}`), before);
    assert.deepEqual(before.map(sorted), [inputs["replicationClusters"], inputs["allowedClusters"]]);
  });
  it("is replicated again when a topic comes at the last moment", async () => {
    const inputs = everywhere();
    const path = `${tenantName}/${String(inputs["namespace"])}`;
    const { admin } = named();
    const late: AdminClient = {
      ...admin,
      send: async (request) => {
        if (request.method === "DELETE" && request.path.endsWith(path))
          await broker.send("PUT", `/persistent/${path}/late`, {});
        return admin.send(request);
      },
    };
    const made = operate(namespace, { admin: late });
    await made.create(inputs);
    await assert.rejects(made.delete(), /In use by topic persistent:.*\/late /);
    const after = await clustersOf(`/namespaces/${path}`);
    assert.deepEqual(after.map(sorted), [inputs["replicationClusters"], inputs["allowedClusters"]]);
  });
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
