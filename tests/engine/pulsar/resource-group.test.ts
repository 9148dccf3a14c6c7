import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { resourceGroup } from "../../../provider/pulsar/resource-group";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { operate, withStranger } from "./operations";
import { newNamespace } from "./places";

const pathOf = (inputs: Properties): string => `/resourcegroups/${String(inputs["resourceGroup"])}`;

describeContract({
  resource: resourceGroup,
  fresh: () =>
    Promise.resolve({
      resourceGroup: freshName("group"),
      publishRate: { messages: 10, bytes: "1Mi" },
      dispatchRate: { bytes: "2048Ki" },
    }),
  changes: [
    { to: { publishRate: { messages: 20, bytes: "1Mi" } }, paths: ["publishRate.messages"] },
    { to: { publishRate: { bytes: "2Mi" } }, paths: ["publishRate.messages", "publishRate.bytes"] },
    { to: { dispatchRate: { messages: 5 } }, paths: ["dispatchRate.bytes", "dispatchRate.messages"] },
    { to: { dispatchRate: { bytes: "9223372036854775807" } }, paths: ["dispatchRate.bytes"] },
  ],
  optional: ["publishRate", "dispatchRate"],
  drifts: [
    {
      name: "another limit",
      path: "publishRate.messages",
      act: (broker, inputs) => broker.send("PUT", pathOf(inputs), { publishRateInMsgs: 99 }),
    },
    {
      name: "a limit lifted",
      path: "publishRate.bytes",
      act: (broker, inputs) => broker.send("PUT", pathOf(inputs), { publishRateInBytes: -1 }),
    },
    {
      name: "a limit more",
      path: "dispatchRate.messages",
      act: (broker, inputs) => broker.send("PUT", pathOf(inputs), { dispatchRateInMsgs: 7 }),
    },
  ],
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/resource-group at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async () => (broker = await useBroker()));
  const fresh = (): Properties => ({ resourceGroup: freshName("group"), deleteWaitSeconds: 0 });

  it("leaves limits alone that are not declared", async () => {
    const inputs = { ...fresh(), publishRate: { messages: 1 } };
    const made = operate(resourceGroup, broker);
    await made.create(inputs);
    await broker.send("PUT", pathOf(inputs), { dispatchRateInMsgs: 7 });
    await made.update({ ...inputs, publishRate: { messages: 2 } });
    assert.deepEqual(made.changed({ ...inputs, publishRate: { messages: 2 } }), []);
    assert.deepEqual(await broker.send("GET", pathOf(inputs)), {
      publishRateInMsgs: 2,
      publishRateInBytes: -1,
      dispatchRateInMsgs: 7,
      dispatchRateInBytes: -1,
    });
  });
  it("names the namespaces that keep it from being deleted, and takes it from them with force", async () => {
    const inputs = fresh();
    const name = await newNamespace(broker);
    const made = operate(resourceGroup, broker);
    await made.create(inputs);
    await broker.send("POST", `/namespaces/${name}/resourcegroup/${String(inputs["resourceGroup"])}`);
    await assert.rejects(made.delete(), new RegExp(`in use.*In use by namespace ${name}\\. Take the group from them`));
    await made.update({ ...inputs, onDelete: "force" });
    await made.delete();
    assert.equal(await made.refresh(), undefined);
    assert.equal(recordOf(await broker.send("GET", `/namespaces/${name}`))["resource_group_name"], undefined);
  });
  it("waits for namespaces that leave it", async () => {
    const inputs: Properties = { ...fresh(), deleteWaitSeconds: 30 };
    const name = await newNamespace(broker);
    const made = operate(resourceGroup, broker);
    await made.create(inputs);
    await broker.send("POST", `/namespaces/${name}/resourcegroup/${String(inputs["resourceGroup"])}`);
    const deleted = made.delete();
    await sleep(500);
    await broker.send("DELETE", `/namespaces/${name}/resourcegroup`);
    await deleted;
    assert.match(made.messages.join(), /is still in use; waiting up to 30 s/);
    assert.equal(await made.refresh(), undefined);
  });
  it("leaves what it is told to retain", async () => {
    const made = operate(resourceGroup, broker);
    await made.create({ ...fresh(), onDelete: "retain" });
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
  });
  it("is one of awkward names", async () => {
    for (const name of ["a%b#c?d&e=f", "a:b", "é", "...", "%2e%2e", "a;b", "a\\b", 'a"b', "a+b", "a".repeat(200)]) {
      const made = operate(resourceGroup, broker);
      await made.create({ resourceGroup: name, publishRate: { messages: 1 } });
      assert.deepEqual(await broker.send("GET", "/resourcegroups").then((all) => [all].flat().includes(name)), true);
      await made.delete();
      assert.equal(await made.refresh(), undefined, name);
    }
  });
  it("says when a stranger's write undoes its own", async () => {
    const inputs = { ...fresh(), publishRate: { messages: 1 } };
    const undo = (): Promise<unknown> => broker.send("PUT", pathOf(inputs), { publishRateInMsgs: 2 });
    await assert.rejects(
      operate(resourceGroup, { ...broker, admin: withStranger(broker.admin, undo) }).create(inputs),
      /accepted resource group .* but did not keep publishRate/,
    );
  });
});
