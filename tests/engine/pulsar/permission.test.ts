import assert from "node:assert/strict";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { permission } from "../../../provider/pulsar/permission";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { importById, operate, withStranger } from "./operations";
import { newNamespace, newTopic } from "./places";

/** The path of all permissions of the place that a permission is in. */
function pathOf({ namespace, topic }: Properties): string {
  return namespace === undefined
    ? `/${String(topic).replace("://", "/")}/permissions`
    : `/namespaces/${String(namespace)}/permissions`;
}

const drifts = [
  {
    name: "another action",
    path: "actions",
    act: (broker: Broker, inputs: Properties) =>
      broker.send("POST", `${pathOf(inputs)}/${String(inputs["role"])}`, ["produce", "consume", "packages"]),
  },
  {
    name: "one action less",
    path: "actions",
    act: (broker: Broker, inputs: Properties) =>
      broker.send("POST", `${pathOf(inputs)}/${String(inputs["role"])}`, ["consume"]),
  },
];
const changes = [{ to: { actions: ["functions", "sources", "sinks", "packages"] }, paths: ["actions"] }];
const actions = ["consume", "produce"];

describeContract({
  resource: permission,
  fresh: async (broker) => ({ namespace: await newNamespace(broker), role: freshName("role"), actions }),
  changes,
  optional: [],
  drifts,
  calls: { create: 3, refresh: 1 },
});

describeContract({
  resource: permission,
  fresh: async (broker) => ({ topic: `persistent://${await newTopic(broker)}`, role: freshName("role"), actions }),
  changes,
  optional: [],
  drifts,
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/permission at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let namespace: string;
  before(async () => {
    broker = await useBroker();
    namespace = await newNamespace(broker);
  });
  const granted = async (inputs: Properties): Promise<Properties> => recordOf(await broker.send("GET", pathOf(inputs)));

  it("touches no other role, and not what its own may do elsewhere", async () => {
    const topic = `persistent://${namespace}/${freshName("topic")}`;
    await broker.send("PUT", `/${topic.replace("://", "/")}`, {});
    const role = freshName("role");
    const other = freshName("other");
    await broker.send("POST", `/namespaces/${namespace}/permissions/${other}`, ["consume"]);
    const wide = operate(permission, broker);
    const narrow = operate(permission, broker);
    await wide.create({ namespace, role, actions: ["consume"] });
    await narrow.create({ topic, role, actions: ["produce"], onExisting: "refuse" });
    for (const made of [wide, narrow]) {
      await made.refresh();
      assert.deepEqual(made.changed(made.state().inputs), []);
    }
    await wide.delete();
    assert.equal(await wide.refresh(), undefined);
    assert.deepEqual((await narrow.refresh())?.inputs["actions"], ["produce"]);
    await narrow.delete();
    assert.deepEqual(await granted({ namespace }), { [other]: ["consume"] });
  });
  it("grants with many resources at the same time, and loses none", async () => {
    const place = await newNamespace(broker);
    const all = Array.from({ length: 40 }, (_, index) => ({
      made: operate(permission, broker),
      inputs: { namespace: place, role: `role-${index}`, actions: ["consume"] },
    }));
    await Promise.all(all.map(({ made, inputs }) => made.create(inputs)));
    assert.equal(Object.keys(await granted({ namespace: place })).length, all.length);
    await Promise.all(all.map(({ made }) => made.delete()));
    assert.deepEqual(await granted({ namespace: place }), {});
  });
  for (const kind of ["persistent", "non-persistent"]) {
    it(`is that of a ${kind} topic with partitions`, async () => {
      const topic = `${kind}://${namespace}/${freshName("topic")}`;
      await broker.send("PUT", `/${topic.replace("://", "/")}/partitions`, 2);
      const inputs = { topic, role: "r", actions: ["consume"] };
      const made = operate(permission, broker);
      await made.create(inputs);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
      await made.delete();
      assert.equal(await made.refresh(), undefined);
    });
  }
  it("is gone with its topic, and is made again", async () => {
    const topic = `persistent://${await newTopic(broker)}`;
    const inputs = { topic, role: "r", actions: ["consume"] };
    const made = operate(permission, broker);
    await made.create(inputs);
    await broker.send("DELETE", `/${topic.replace("://", "/")}`);
    assert.equal(await made.refresh(), undefined);
    await made.delete();
    await assert.rejects(
      operate(permission, broker).create(inputs),
      /Could not grant the permission of role r in topic persistent:.*: Pulsar answered 404 "Topic .* not found"/,
    );
    await broker.send("PUT", `/${topic.replace("://", "/")}`, {});
    await made.create(inputs);
    assert.notEqual(await made.refresh(), undefined);
  });
  it("takes an empty list at the broker for no permission", async () => {
    const inputs = { namespace, role: freshName("role"), actions: ["consume"] };
    await broker.send("POST", `${pathOf(inputs)}/${inputs.role}`, []);
    const made = operate(permission, broker);
    await made.create({ ...inputs, onExisting: "refuse" });
    await broker.send("POST", `${pathOf(inputs)}/${inputs.role}`, []);
    assert.equal(await made.refresh(), undefined);
  });
  it("is that of roles with awkward names", async () => {
    const roles = ["a b", "a/b", "a:b", "é", "...", "%2e%2e", "a%b#c?d&e=f", "a;b", "a\\b", 'a"b', "a+b", "__proto__"];
    for (const role of [...roles, "a".repeat(200)]) {
      const made = operate(permission, broker);
      const { id } = await made.create({ namespace, role, actions: ["consume"] });
      assert.ok(
        Object.entries(await granted({ namespace })).some(([name]) => name === role),
        role,
      );
      assert.equal((await importById(permission, broker, id))?.inputs["role"], role);
      await made.delete();
      assert.equal(await made.refresh(), undefined, role);
    }
  });
  it("leaves what it is told to retain", async () => {
    const made = operate(permission, broker);
    await made.create({ namespace, role: freshName("role"), actions: ["consume"], onDelete: "retain" });
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
  });
  it("says when a stranger's write undoes its own", async () => {
    const inputs = { namespace, role: freshName("role"), actions: ["consume"] };
    const undo = (): Promise<unknown> => broker.send("DELETE", `${pathOf(inputs)}/${inputs.role}`);
    await assert.rejects(
      operate(permission, { ...broker, admin: withStranger(broker.admin, undo) }).create(inputs),
      /accepted the permission of role .* but did not keep actions \(declared: \["consume"\], at the broker: \[\]\)/,
    );
  });
  it("says what is wrong when the namespace does not exist, and takes its permissions for gone", async () => {
    const inputs = { namespace: "nobody/nowhere", role: "r", actions: ["consume"] };
    await assert.rejects(
      operate(permission, broker).create(inputs),
      /Could not grant the permission of role r in namespace nobody\/nowhere: Pulsar answered 404/,
    );
    assert.equal(await importById(permission, broker, "nobody/nowhere#r"), undefined);
  });
});
