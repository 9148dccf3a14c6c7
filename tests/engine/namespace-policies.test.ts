import assert from "node:assert/strict";
import { admin } from "./harness/admin";
import { project } from "./harness/mesh-program";
import { pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";
import { policyCases } from "./pulsar/namespace-policy-cases";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

/** A namespace with every policy, from a program by the real engine and back by an import. */
describe("policies of a namespace", () => {
  let broker: PulsarServer;
  let stack: Stack;
  const secret = "planted-offload-secret";
  const rest = policyCases({ local: "policies", west: "west", south: "south" });

  before(async () => {
    broker = await pulsar("policies");
    const urls = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };
    for (const [path, body] of [
      ["/clusters/west", urls],
      ["/clusters/south", urls],
      ["/resourcegroups/contract-one", {}],
      ["/tenants/rich", { adminRoles: [], allowedClusters: ["policies", "west", "south"] }],
    ] as const)
      assert.ok((await admin(broker.adminUrl, path, { method: "PUT", body })).status < 300);
    stack = await Stack.create({ language: "yaml", files: program(undefined), attach: true });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    await stack.pulumi("config", "set", "function-mesh:clusterName", "policies");
  });
  after(() => stack.remove());

  const program = (options: Properties | undefined, changed: Properties = {}) => {
    const policies = Object.entries(rest).map(([name, { value }]) => [name, value]);
    const properties = {
      tenant: "rich",
      namespace: "orders",
      ...Object.fromEntries(policies),
      properties: { team: "retail" },
      offloadPolicies: {
        driver: "aws-s3",
        bucket: "orders",
        credentialId: "id",
        credentialSecret: { "fn::secret": secret },
      },
      ...changed,
    };
    return project("policies", {
      orders: { type: "function-mesh:pulsar:Namespace", properties, ...(options && { options }) },
    });
  };
  const succeeds = (result: RunResult): void => {
    assert.equal(result.code, 0, result.output);
    assert.doesNotMatch(result.output, new RegExp(secret));
  };

  it("are set, and then are as declared", async () => {
    succeeds(await stack.up("--diff"));
    succeeds(await stack.preview("--refresh", "--expect-no-changes", "--diff"));
    const { body } = await admin(broker.adminUrl, "/namespaces/rich/orders/offloadPolicies");
    assert.equal(Object(body).s3ManagedLedgerOffloadCredentialSecret, secret);
    assert.doesNotMatch((await stack.pulumi("stack", "export")).output, new RegExp(secret));
  });
  it("are refused at preview where the broker would corrupt them", async () => {
    stack.write(program(undefined, { schemaCompatibilityStrategy: "full", maxProducersPerTopic: -3 }));
    const { code, output } = await stack.preview();
    assert.notEqual(code, 0);
    assert.match(output, /schemaCompatibilityStrategy/);
  });
  it("are imported, and then are as declared", async () => {
    stack.write(program({ retainOnDelete: true }));
    succeeds(await stack.up());
    succeeds(await stack.destroy());
    stack.write(program({ import: "rich/orders" }));
    succeeds(await stack.up("--diff"));
    stack.write(program(undefined));
    succeeds(await stack.preview("--expect-no-changes", "--diff"));
    succeeds(await stack.preview("--refresh", "--expect-no-changes", "--diff"));
  });
});
