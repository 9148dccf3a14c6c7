import assert from "node:assert/strict";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin } from "./harness/admin";
import { project } from "./harness/mesh-program";
import { type RefusingProxy, refusingProxyTo } from "./harness/refusing-proxy";
import { pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";

/** What the broker refuses comes in a call after the one that makes the object. */
describe("creates that go wrong half-way", () => {
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    broker = await pulsar("east");
    stack = await Stack.create({
      language: "yaml",
      files: program({ resourceGroup: "nosuch" }, { entryFilters: ["nosuch"] }),
    });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
  });
  after(() => stack.remove());

  it("say what is wrong, and are in the state", async () => {
    const result = await stack.up("--continue-on-error");
    assert.notEqual(result.code, 0);
    assert.match(result.output, /resourceGroup/);
    assert.match(result.output, /entryFilters/);
    const types = (await stack.state()).resources.map(({ type }) => type);
    assert.ok(types.includes("function-mesh:pulsar:Namespace"), types.join());
    assert.ok(types.includes("function-mesh:pulsar:Topic"), types.join());
  });

  it("are completed when the program is right, with all that was not written", async () => {
    stack.write(program({ messageTtlSeconds: 60 }, { maxConsumersPerTopic: 3 }));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(await changes(stack, "--refresh"), []);
    assert.equal((await admin(broker.adminUrl, "/namespaces/halfway/other/messageTTL")).body, 60);
    assert.equal((await admin(broker.adminUrl, "/persistent/halfway/one/t/maxConsumers")).body, 3);
  });

  it("fail again as long as nothing is changed, and leave nothing on destroy", async () => {
    stack.write(program({ resourceGroup: "nosuch" }, { entryFilters: ["nosuch"] }, "again"));
    for (let run = 1; run <= 2; run++) assert.notEqual((await stack.up("--continue-on-error")).code, 0);
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    assert.equal((await admin(broker.adminUrl, "/tenants/halfway")).status, 404);
  });

  function program(ofNamespace: object, ofTopic: object, more = "other") {
    const tenant = "${tenant.tenant}";
    return project("halfway", {
      tenant: { type: "function-mesh:pulsar:Tenant", properties: { tenant: "halfway" } },
      one: { type: "function-mesh:pulsar:Namespace", properties: { tenant, namespace: "one" } },
      [more]: { type: "function-mesh:pulsar:Namespace", properties: { tenant, namespace: more, ...ofNamespace } },
      topic: {
        type: "function-mesh:pulsar:Topic",
        properties: { topic: "persistent://${one.fullName}/t", ...ofTopic },
      },
    });
  }
});

/** A subscription of a topic with partitions is replicated by a call of its own. */
describe("a subscription whose create goes wrong half-way", () => {
  let broker: PulsarServer;
  let proxy: RefusingProxy;
  let stack: Stack;

  before(async () => {
    broker = await pulsar("east");
    proxy = await refusingProxyTo(broker.adminUrl);
    stack = await Stack.create({ language: "yaml", files: program("halfway-too") });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", proxy.url);
  });
  after(() => stack.remove());
  after(() => proxy.close());

  const path = "/persistent/halfway-too/one/t/subscription/reader";

  it("is in the state, and completed by the next update without a change", async () => {
    proxy.refuse(/^POST .*replicatedSubscriptionStatus/);
    const refused = await stack.up();
    assert.notEqual(refused.code, 0);
    assert.match(refused.output, /Could not set replicated of subscription reader .*not allowed/);
    const types = (await stack.state()).resources.map(({ type }) => type);
    assert.ok(types.includes("function-mesh:pulsar:Subscription"), types.join());
    proxy.refuse(undefined);
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    const { body } = await admin(broker.adminUrl, `${path}/replicatedSubscriptionStatus`);
    assert.deepEqual(Object.values(Object(body)), [true, true]);
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("is deleted by destroy when it never was completed", async () => {
    proxy.refuse(/^POST .*replicatedSubscriptionStatus/);
    stack.write(program("halfway-third"));
    assert.notEqual((await stack.up()).code, 0);
    proxy.refuse(undefined);
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    assert.equal((await admin(broker.adminUrl, "/tenants/halfway-third")).status, 404);
  });

  function program(tenant: string) {
    return project("halfway-subscription", {
      tenant: { type: "function-mesh:pulsar:Tenant", properties: { tenant } },
      one: { type: "function-mesh:pulsar:Namespace", properties: { tenant: "${tenant.tenant}", namespace: "one" } },
      topic: {
        type: "function-mesh:pulsar:Topic",
        properties: { topic: "persistent://${one.fullName}/t", partitions: 2 },
      },
      reader: {
        type: "function-mesh:pulsar:Subscription",
        properties: { topic: "${topic.topic}", subscription: "reader", replicated: true },
      },
    });
  }
});
