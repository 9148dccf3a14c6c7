import assert from "node:assert/strict";
import { admin, names } from "./harness/admin";
import { gateTo } from "./harness/gate";
import { project } from "./harness/mesh-program";
import { pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { eventually } from "../tools/run-traces";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** Pulsar's resources on their own: where they go, what was there before, and a create that was cut off. */
describe("resources outside of a mesh", () => {
  let broker: PulsarServer;
  let stack: Stack;

  before(async () => {
    broker = await pulsar("east");
    for (const [path, body] of [
      ["/tenants/bought", { adminRoles: ["buyer"], allowedClusters: ["east"] }],
      ["/namespaces/bought/goods", { retention_policies: { retentionTimeInMinutes: 60, retentionSizeInMB: 100 } }],
      ["/persistent/bought/goods/old/partitions", 2],
      ["/persistent/bought/goods/other/partitions", 2],
      ["/persistent/bought/goods/third/partitions", 2],
      ["/persistent/bought/goods/old/subscription/reader", undefined],
    ] as const) {
      const { status, body: answer } = await admin(broker.adminUrl, path, { method: "PUT", body });
      assert.ok(status < 300, JSON.stringify(answer));
    }
    stack = await Stack.create({ language: "yaml", files: program({}), attach: true });
  });
  after(() => stack.remove());

  it("go where the stack's configuration says, or a provider of their own", async () => {
    stack.write(
      program({
        near: { type: "function-mesh:pulsar:Tenant", properties: { tenant: "near" } },
        pulsar: { type: "pulumi:providers:function-mesh", properties: { adminUrl: broker.adminUrl } },
        far: {
          type: "function-mesh:pulsar:Tenant",
          properties: { tenant: "far" },
          options: { provider: "${pulsar}" },
        },
      }),
    );
    const previewed = await stack.preview();
    assert.notEqual(previewed.code, 0);
    assert.match(previewed.output, /Tenant \(near\):\s+error: .*the function-mesh provider knows no Pulsar cluster/);
    const unconfigured = await stack.up("--continue-on-error");
    assert.notEqual(unconfigured.code, 0);
    assert.match(unconfigured.output, /Tenant \(near\):\s+error: the function-mesh provider knows no Pulsar cluster/);
    assert.equal((await admin(broker.adminUrl, "/tenants/far")).status, 200);
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    succeeds(await stack.up());
    assert.equal((await admin(broker.adminUrl, "/tenants/near")).status, 200);
  });

  it("are imported, and then are as declared", async () => {
    stack.write(program(bought(true)));
    succeeds(await stack.up());
    stack.write(program(bought(false)));
    succeeds(await stack.preview("--expect-no-changes"));
    // Nobody has protected the topic from being deleted for want of use; a refresh sees that, and an update does it.
    succeeds(await stack.up("--refresh"));
    succeeds(await stack.preview("--refresh", "--expect-no-changes"));
  });

  it("take over what exists as they are told to", async () => {
    const refused = { refuse: topic("other", { partitions: 2, onExisting: "refuse" }) };
    stack.write(program({ ...bought(false), ...refused, adoptIfEqual: topic("third", { partitions: 3 }) }));
    const result = await stack.up("--continue-on-error");
    assert.notEqual(result.code, 0);
    assert.match(result.output, /goods\/other exists already, and onExisting is "refuse": take another name/);
    assert.match(result.output, /goods\/third exists already and differs in partitions/);
    const adopted = { refuse: topic("other", { partitions: 2 }) };
    const grown = { adoptIfEqual: topic("third", { partitions: 3, onExisting: "adopt" }) };
    stack.write(program({ ...bought(false), ...adopted, ...grown }));
    succeeds(await stack.up());
    const { body } = await admin(broker.adminUrl, "/persistent/bought/goods/third/partitions");
    assert.equal(Object(body).partitions, 3);
  });

  it("are recognised as their own after a create that was cut off", async () => {
    const gate = await gateTo(broker.adminUrl);
    const halfMade = {
      gated: { type: "pulumi:providers:function-mesh", properties: { adminUrl: gate.url } },
      half: topic("half", { partitions: 1, onExisting: "refuse" }, { provider: "${gated}" }),
    };
    stack.write(program({ ...bought(false), ...halfMade }));
    gate.holdAnswers();
    const cutOff = stack.up();
    const all = (): Promise<readonly string[]> => names(broker.adminUrl, "/persistent/bought/goods/partitioned");
    await eventually(all, (found) => found.some((name) => name.endsWith("/half")));
    await stack.crashProvider();
    assert.notEqual((await cutOff).code, 0);
    await gate.close();
    await gate.open();
    // It would refuse a topic of anybody else.
    succeeds(await stack.up());
    succeeds(await stack.preview("--refresh", "--expect-no-changes"));
  });

  const bought = (isImport: boolean): Properties => {
    const of = (id: string): Properties => (isImport ? { options: { import: id } } : {});
    return {
      shop: {
        type: "function-mesh:pulsar:Tenant",
        properties: { tenant: "bought", adminRoles: ["buyer"] },
        ...of("bought"),
      },
      goods: {
        type: "function-mesh:pulsar:Namespace",
        properties: { tenant: "bought", namespace: "goods", retention: { minutes: 60, size: "100Mi" } },
        ...of("bought/goods"),
      },
      old: { ...topic("old", { partitions: 2 }), ...of("persistent://bought/goods/old") },
      reader: {
        type: "function-mesh:pulsar:Subscription",
        properties: { topic: "persistent://bought/goods/old", subscription: "reader" },
        ...of("persistent://bought/goods/old#reader"),
      },
    };
  };
  const topic = (local: string, properties: Properties, options: Properties = {}): Properties => ({
    type: "function-mesh:pulsar:Topic",
    properties: { topic: `persistent://bought/goods/${local}`, ...properties },
    options,
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);
  const program = (resources: Properties) => project("standalone", resources);
});
