import assert from "node:assert/strict";
import { parse } from "yaml";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin } from "./harness/admin";
import { contentsOf } from "./harness/broker-contents";
import { project } from "./harness/mesh-program";
import { pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";

const tenant = "imports";
const place = `${tenant}/n`;
const topic = `persistent://${place}/t`;

/** What was there before, by whom it was made does not matter. */
const objects: readonly (readonly [method: string, path: string, body: unknown])[] = [
  ["PUT", `/tenants/${tenant}`, { adminRoles: ["team"], allowedClusters: ["east"] }],
  ["PUT", `/namespaces/${place}`, {}],
  ["PUT", `/persistent/${place}/t`, {}],
  [
    "POST",
    `/persistent/${place}/t/inactiveTopicPolicies`,
    { deleteWhileInactive: false, maxInactiveDurationSeconds: 60 },
  ],
  ["PUT", `/persistent/${place}/t/subscription/s`, {}],
  ["POST", `/namespaces/${place}/permissions/reader`, ["consume"]],
  ["POST", `/schemas/${place}/t/schema`, { type: "STRING", schema: "", properties: {} }],
];

/** What `pulumi import` is asked for, and the properties that it prints. */
const imports: readonly (readonly [type: string, id: string, printed: object])[] = [
  ["Tenant", tenant, { tenant, adminRoles: ["team"] }],
  ["Namespace", place, { tenant, namespace: "n" }],
  ["Topic", topic, { topic }],
  ["Subscription", `${topic}#s`, { topic, subscription: "s" }],
  ["Permission", `${place}#reader`, { namespace: place, role: "reader", actions: ["consume"] }],
  ["Schema", topic, { topic, type: "STRING" }],
];

describe("pulumi import", () => {
  let broker: PulsarServer;
  let stack: Stack;
  let printed: Readonly<Record<string, { readonly type: string; readonly properties: object }>> = {};

  before(async () => {
    broker = await pulsar("east");
    for (const [method, path, body] of objects) {
      const { status, body: answer } = await admin(broker.adminUrl, path, { method, body });
      assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(answer)}`);
    }
    stack = await Stack.create({ language: "yaml", attach: true, files: project("imports", {}) });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    await stack.pulumi("config", "set", "function-mesh:clusterName", "east");
  });
  after(() => stack.remove());

  const importOf = (type: string, id: string): Promise<RunResult> =>
    stack.pulumi("import", `function-mesh:${type}`, type.replace(/^.*:/, ""), id, "--yes", "--skip-preview");

  for (const [type, id, want] of imports)
    it(`prints no default of a ${type}`, async () => {
      const { code, output } = await importOf(`pulsar:${type}`, id);
      assert.equal(code, 0, output);
      const { resources } = parse(output.slice(output.indexOf("\nresources:")));
      assert.deepEqual(resources[type].properties, want);
      printed = { ...printed, [type]: { type: resources[type].type, properties: resources[type].properties } };
    });

  it("prints a program that changes nothing", async () => {
    stack.write(project("imports", printed));
    await stack.pulumi("state", "unprotect", "--all", "--yes");
    for (const options of [[], ["--refresh"]]) {
      const { code, output } = await stack.preview("--expect-no-changes", ...options);
      assert.equal(code, 0, output);
    }
    const { code, output } = await stack.up("--expect-no-changes");
    assert.equal(code, 0, output);
  });

  it("leaves resources that a destroy deletes", async () => {
    const { code, output } = await stack.destroy();
    assert.equal(code, 0, output);
    assert.deepEqual(await contentsOf(broker.adminUrl, tenant), []);
  });

  const refusals: readonly (readonly [type: string, says: RegExp])[] = [
    ["FunctionMesh", /error: function-mesh:index:FunctionMesh is a component .*import the resources below it instead/],
    ["Topology", /error: a topology is made by its mesh .*leave the import out/],
  ];
  for (const [type, says] of refusals)
    it(`says of a ${type} what to do instead`, async () => {
      const { code, output } = await importOf(`index:${type}`, "any");
      assert.notEqual(code, 0, output);
      assert.match(output, says);
    });
});
