import assert from "node:assert/strict";
import { tenant } from "../../../provider/pulsar/tenant";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { operate } from "./operations";
import { newTenant } from "./places";

describeContract({
  resource: tenant,
  fresh: () => Promise.resolve({ tenant: freshName("made"), adminRoles: ["b", "a"] }),
  changes: [{ to: { adminRoles: ["c"] }, paths: ["adminRoles"] }],
  optional: ["adminRoles"],
  drifts: [
    {
      name: "another role",
      path: "adminRoles",
      act: async (broker, inputs) =>
        broker.send("POST", `/tenants/${String(inputs["tenant"])}`, {
          adminRoles: ["z"],
          allowedClusters: await broker.send("GET", "/clusters"),
        }),
    },
  ],
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/tenant at a broker", function () {
  this.timeout(30_000);
  let broker: Broker;
  before(async () => (broker = await useBroker()));

  it("says which clusters there are when one is not known", async () => {
    const made = operate(tenant, broker);
    const inputs = { tenant: freshName("made") };
    const unknown = { ...inputs, allowedClusters: ["nowhere"] };
    const known =
      /tenant made-.*: Pulsar answered 412 "Clusters do not exist".* allowedClusters has to name .* The broker knows: \w+\./;
    await assert.rejects(made.create(unknown), known);
    await made.create(inputs);
    await assert.rejects(made.update(unknown), known);
  });
  it("keeps roles that are not declared when it changes clusters", async () => {
    const name = await newTenant(broker);
    const clusters = await broker.send("GET", "/clusters");
    await broker.send("POST", `/tenants/${name}`, { adminRoles: ["theirs"], allowedClusters: clusters });
    const made = operate(tenant, broker);
    await made.create({ tenant: name, onExisting: "adopt" });
    await made.update({ tenant: name, allowedClusters: clusters, onExisting: "adopt" });
    assert.deepEqual(await broker.send("GET", `/tenants/${name}`), {
      adminRoles: ["theirs"],
      allowedClusters: clusters,
    });
  });
  it("names the namespaces that keep it from being deleted, and deletes them with force", async () => {
    const name = freshName("made");
    const made = operate(tenant, broker);
    await made.create({ tenant: name, deleteWaitSeconds: 0 });
    await broker.send("PUT", `/namespaces/${name}/inside`, {});
    await assert.rejects(
      made.delete(),
      new RegExp(
        `Tenant ${name} is not deleted, since it still has namespaces: ${name}/inside\\. Delete them first, or .*force.*pulumi up`,
      ),
    );
    await made.update({ tenant: name, onDelete: "force" });
    await made.delete();
    assert.equal(await made.refresh(), undefined);
  });
  it("leaves what it is told to retain", async () => {
    const made = operate(tenant, broker);
    await made.create({ tenant: freshName("made"), onDelete: "retain" });
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
  });
});
