import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { admin } from "./harness/admin";
import { pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

const topic = "persistent://looked/up/clicks";

/** What programs look up of what exists already, in each language. */
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

  it("in Python", async () => {
    const program = `
import pulumi
import pulumi_function_mesh as fm

options = pulumi.InvokeOptions(provider=fm.Provider("east", admin_url=${JSON.stringify(broker.adminUrl)}))

def read(subscription):
    return {"backlog": subscription.backlog, "consumers": subscription.consumers}

def common(topic):
    return {
        "topic": topic.topic,
        "partitions": topic.partitions,
        "properties": topic.properties,
        "storageBytes": topic.storage_bytes,
        "backlog": topic.backlog,
        "producers": topic.producers,
        "subscriptions": {name: read(each) for name, each in topic.subscriptions.items()},
    }

pulumi.export("tenant", fm.pulsar.get_tenant_output(tenant="looked", opts=options).apply(lambda it: {
    "tenant": it.tenant, "adminRoles": it.admin_roles, "allowedClusters": it.allowed_clusters, "namespaces": it.namespaces,
}))
pulumi.export("namespace", fm.pulsar.get_namespace_output(tenant="looked", namespace="up", opts=options).apply(lambda it: {
    "tenant": it.tenant, "namespace": it.namespace, "fullName": it.full_name,
    "messageTtlSeconds": it.message_ttl_seconds, "properties": it.properties,
}))
pulumi.export("topic", fm.pulsar.get_topic_output(topic="${topic}", opts=options).apply(lambda it: {
    **common(it), "maxProducersPerTopic": it.max_producers_per_topic, "compactionThreshold": it.compaction_threshold,
}))
pulumi.export("bare", fm.pulsar.get_topic_output(topic="${topic}", with_policies=False, opts=options).apply(common))
pulumi.export("subscription", fm.pulsar.get_subscription_output(topic="${topic}", subscription="reader", opts=options).apply(lambda it: {
    "topic": it.topic, "subscription": it.subscription, "properties": it.properties, "replicated": it.replicated, **read(it),
}))
`;
    const files = { "Pulumi.yaml": { name: "lookups", runtime: "python" }, "__main__.py": program };
    stack = await Stack.create({ language: "python", files, attach: true });
    succeeds(await stack.preview());
    succeeds(await stack.up());
    assert.deepEqual(await found(), expected);
  });

  it("in Go", async () => {
    const files = { "Pulumi.yaml": { name: "lookups", runtime: "go" } };
    stack = await Stack.create({ language: "yaml", files, attach: true });
    const program = join(stack.directory, "lookups");
    const env = { ...process.env, GOFLAGS: "-mod=readonly", GOTOOLCHAIN: "local" };
    await promisify(execFile)("go", ["build", "-o", program, "."], { cwd: join(__dirname, "go-lookups"), env });
    const outputs: unknown = JSON.parse(await stack.run(program, stack.program, broker.adminUrl, topic));
    assert.deepEqual(outputs, {
      tenant: ["looked", "buyer", "looked/up"],
      namespace: { name: "looked/up", ttl: 60, properties: { team: "red" } },
      topic: { partitions: 2, producers: 7, threshold: "1Mi", backlog: 0 },
      bare: { partitions: 2 },
      subscription: { properties: { team: "blue" }, replicated: false },
    });
  }).timeout(600_000);

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
      ["getTenant", { tenant: "absent" }, /Tenant absent does not exist: correct the name/],
      [
        "getNamespace",
        { tenant: "looked", namespace: "absent" },
        /Namespace looked\/absent does not exist: correct the name/,
      ],
      [
        "getTopic",
        { topic: "looked/up/absent" },
        /Topic persistent:\/\/looked\/up\/absent does not exist: correct the name/,
      ],
      [
        "getSubscription",
        { topic, subscription: "absent" },
        /Subscription absent of topic persistent:\/\/looked\/up\/clicks does not exist: correct the name/,
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
