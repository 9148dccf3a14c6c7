import assert from "node:assert/strict";
import { admin } from "./harness/admin";
import { pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

const topic = "persistent://looked/up/clicks";

/** What programs look up of what exists already, as a program in TypeScript and one in YAML. */
describe("lookups", () => {
  let broker: PulsarServer;
  let stack: Stack | undefined;

  before(async () => {
    broker = await pulsar("east");
    for (const [method, path, body] of [
      ["PUT", "/tenants/looked", { adminRoles: ["buyer"], allowedClusters: ["east"] }],
      ["PUT", "/namespaces/looked/up", { message_ttl_in_seconds: 60, properties: { team: "red" } }],
      ["PUT", "/persistent/looked/up/clicks/partitions", 2],
      ["POST", "/persistent/looked/up/clicks/maxProducers", 7],
      ["POST", "/persistent/looked/up/clicks/compactionThreshold", 1048576],
      ["PUT", "/persistent/looked/up/clicks/subscription/reader", "earliest"],
      ["PUT", "/persistent/looked/up/clicks/subscription/reader/properties", { team: "blue" }],
    ] as const) {
      const { status, body: answer } = await admin(broker.adminUrl, path, { method, body });
      assert.ok(status < 300, JSON.stringify(answer));
    }
  });
  afterEach(async () => {
    await stack?.remove();
    stack = undefined;
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);
  const reader = { backlog: 0, consumers: [] };
  const expected = {
    tenant: { tenant: "looked", adminRoles: ["buyer"], allowedClusters: ["east"], namespaces: ["looked/up"] },
    namespace: {
      tenant: "looked",
      namespace: "up",
      fullName: "looked/up",
      messageTtlSeconds: 60,
      properties: { team: "red" },
    },
    topic: {
      topic,
      partitions: 2,
      properties: {},
      maxProducersPerTopic: 7,
      compactionThreshold: "1Mi",
      storageBytes: 0,
      backlog: 0,
      producers: [],
      subscriptions: { reader },
    },
    bare: {
      topic,
      partitions: 2,
      properties: {},
      storageBytes: 0,
      backlog: 0,
      producers: [],
      subscriptions: { reader },
    },
    subscription: { topic, subscription: "reader", properties: { team: "blue" }, replicated: false, ...reader },
  };
  const found = async (): Promise<Properties> => {
    const outputs = await stack?.outputs();
    assert.ok(outputs !== undefined);
    return Object.fromEntries(
      Object.entries(expected).map(([name, want]) => [
        name,
        // A namespace and a topic have more policies than those that were set, as the broker was configured.
        Object.fromEntries(Object.entries(Object(outputs[name])).filter(([key]) => key in want)),
      ]),
    );
  };

  it("in TypeScript", async () => {
    const index = `
      const pulumi = require("@pulumi/pulumi"); const fm = require("pulumi-function-mesh");
      const provider = new fm.Provider("east", { adminUrl: ${JSON.stringify(broker.adminUrl)} });
      exports.tenant = fm.pulsar.getTenantOutput({ tenant: "looked" }, { provider });
      exports.namespace = fm.pulsar.getNamespaceOutput({ tenant: "looked", namespace: "up" }, { provider });
      exports.topic = fm.pulsar.getTopicOutput({ topic: "${topic}" }, { provider });
      exports.bare = fm.pulsar.getTopicOutput({ topic: "${topic}", withPolicies: false }, { provider });
      exports.subscription = fm.pulsar.getSubscriptionOutput({ topic: "${topic}", subscription: "reader" }, { provider });`;
    const files = {
      "Pulumi.yaml": { name: "lookups", runtime: "nodejs", main: "index.js" },
      "package.json": {},
      "index.js": index,
    };
    stack = await Stack.create({ language: "nodejs", files, attach: true });
    succeeds(await stack.preview());
    succeeds(await stack.up());
    assert.deepEqual(await found(), expected);
  });

  it("in YAML", async () => {
    const call = (name: string, args: Properties): Properties => ({
      "fn::invoke": { function: `function-mesh:pulsar:${name}`, arguments: args },
    });
    const program = (outputs: Properties) => ({
      "Pulumi.yaml": { name: "lookups", runtime: "yaml", outputs },
    });
    const all = {
      tenant: call("getTenant", { tenant: "looked" }),
      namespace: call("getNamespace", { tenant: "looked", namespace: "up" }),
      topic: call("getTopic", { topic }),
      bare: call("getTopic", { topic, withPolicies: false }),
      subscription: call("getSubscription", { topic, subscription: "reader" }),
    };
    stack = await Stack.create({ language: "yaml", files: program(all), attach: true });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    succeeds(await stack.up());
    assert.deepEqual(await found(), expected);

    for (const [name, args, says] of [
      ["getTenant", { tenant: "absent" }, /Tenant absent does not exist\./],
      ["getNamespace", { tenant: "looked", namespace: "absent" }, /Namespace looked\/absent does not exist\./],
      ["getTopic", { topic: "looked/up/absent" }, /Topic persistent:\/\/looked\/up\/absent does not exist\./],
      [
        "getSubscription",
        { topic, subscription: "absent" },
        /Subscription absent of topic persistent:\/\/looked\/up\/clicks does not exist\./,
      ],
      ["getTopic", { topic: "nonsense" }, /topic: "nonsense" is not a topic name/],
    ] as const) {
      stack.write(program({ wrong: call(name, args) }));
      const result = await stack.preview();
      assert.notEqual(result.code, 0);
      assert.match(result.output, says);
    }
  });
});
