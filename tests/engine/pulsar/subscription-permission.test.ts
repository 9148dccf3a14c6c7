import assert from "node:assert/strict";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { subscriptionPermission } from "../../../provider/pulsar/subscription-permission";
import { type Broker, freshName, useBroker } from "./broker";
import { describeContract } from "./contract";
import { importById, operate } from "./operations";
import { newNamespace } from "./places";

describeContract({
  resource: subscriptionPermission,
  fresh: async (broker) => ({ namespace: await newNamespace(broker), subscription: "s", role: freshName("role") }),
  changes: [],
  optional: [],
  drifts: [],
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/subscription-permission at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let namespace: string;
  before(async () => {
    broker = await useBroker();
    namespace = await newNamespace(broker);
  });
  const rolesOf = async (subscription: string): Promise<unknown> => {
    const roles = recordOf(await broker.send("GET", `/namespaces/${namespace}/permissions/subscription`))[subscription];
    return Array.isArray(roles) ? [...roles].sort() : roles;
  };

  it("keeps the roles of others, also when many come and go at the same time", async () => {
    await broker.send("POST", `/namespaces/${namespace}/permissions/subscription/shared`, ["theirs"]);
    const ours = Array.from({ length: 20 }, (_, index) => ({
      made: operate(subscriptionPermission, broker),
      inputs: { namespace, subscription: "shared", role: `role-${index}` },
    }));
    await Promise.all(ours.map(({ made, inputs }) => made.create(inputs)));
    assert.deepEqual(await rolesOf("shared"), ["theirs", ...ours.map(({ inputs }) => inputs.role)].sort());
    await Promise.all(ours.map(({ made }) => made.delete()));
    assert.deepEqual(await rolesOf("shared"), ["theirs"]);
  });
  it("is gone when somebody takes it away, and is made again", async () => {
    const made = operate(subscriptionPermission, broker);
    const inputs = { namespace, subscription: "lost", role: "r" };
    await made.create(inputs);
    await broker.send("DELETE", `/namespaces/${namespace}/permissions/lost/r`);
    assert.equal(await made.refresh(), undefined);
    await made.create(inputs);
    assert.deepEqual(await rolesOf("lost"), ["r"]);
  });
  it("says that there is no such namespace, of which the broker says nothing", async () => {
    const inputs = { namespace: `${namespace}-none`, subscription: "s", role: "r" };
    await assert.rejects(
      operate(subscriptionPermission, broker).create(inputs),
      /Could not grant .*: namespace .*-none does not exist\. Create it first, or correct namespace\./,
    );
  });
  it("is that of subscriptions and roles with awkward names", async () => {
    for (const text of ["a b", "a/b", "é", "...", "%2e%2e", "a%b#c?d&e=f", "a;b", "a\\b", 'a"b', "a+b"]) {
      const made = operate(subscriptionPermission, broker);
      const { id } = await made.create({ namespace, subscription: text, role: text });
      assert.deepEqual(await rolesOf(text), [text]);
      const { inputs } = (await importById(subscriptionPermission, broker, id)) ?? assert.fail(id);
      assert.deepEqual([inputs["subscription"], inputs["role"]], [text, text]);
      await made.delete();
      assert.equal(await rolesOf(text), undefined);
    }
  });
  it("leaves what it is told to retain", async () => {
    const made = operate(subscriptionPermission, broker);
    await made.create({ namespace, subscription: "kept", role: "r", onDelete: "retain" });
    await made.delete();
    assert.deepEqual(await rolesOf("kept"), ["r"]);
  });
});
