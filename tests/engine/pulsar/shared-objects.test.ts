import assert from "node:assert/strict";
import { Stack } from "../harness/stack";
import { type Broker, freshName, useBroker } from "./broker";

/** Objects that carry no mark, held by two resources of a program. Each run has a provider that remembers nothing. */
describe("an object of two resources", function () {
  this.timeout(180_000);
  let broker: Broker;
  let stack: Stack;
  const tenant = freshName("tenant");

  const program = (...names: readonly string[]): { readonly "Pulumi.yaml": object } => ({
    "Pulumi.yaml": {
      name: "shared",
      runtime: "yaml",
      resources: Object.fromEntries(
        names.map((name) => [name, { type: "function-mesh:pulsar:Tenant", properties: { tenant } }]),
      ),
    },
  });
  const succeeds = async (run: ReturnType<Stack["up"]>): Promise<string> => {
    const { code, output } = await run;
    assert.equal(code, 0, output);
    return output;
  };
  const isThere = async (): Promise<boolean> => {
    const names = await broker.send("GET", "/tenants");
    return Array.isArray(names) && names.includes(tenant);
  };

  before(async () => {
    broker = await useBroker();
    stack = await Stack.create({ language: "yaml", files: program("old") });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    await succeeds(stack.up());
  });
  after(() => stack.remove());

  it("stays when one of them goes in a later run", async () => {
    stack.write(program("old", "new"));
    await succeeds(stack.up());
    stack.write(program("new"));
    assert.match(await succeeds(stack.up()), /belongs to another resource now and is left/);
    assert.equal(await isThere(), true);
    await succeeds(stack.up("--refresh", "--expect-no-changes"));
  });
  it("goes with the last of them", async () => {
    stack.write(program("new", "newest"));
    await succeeds(stack.up());
    await succeeds(stack.destroy("--refresh"));
    assert.equal(await isThere(), false);
  });
});

/** Objects whose mark is that of the last resource that took them. */
describe("a marked object of two resources", function () {
  this.timeout(180_000);
  let broker: Broker;
  let stack: Stack;
  const tenant = freshName("tenant");
  const topic = `persistent://${tenant}/orders/clicks`;

  const held: readonly (readonly [string, object])[] = [
    ["Namespace", { tenant, namespace: "orders" }],
    ["Topic", { topic }],
    ["Subscription", { topic, subscription: "billing" }],
  ];
  const program = (...names: readonly string[]): { readonly "Pulumi.yaml": object } => {
    const resources: Record<string, object> = {
      tenant: { type: "function-mesh:pulsar:Tenant", properties: { tenant } },
    };
    for (const name of names) {
      let before = "tenant";
      for (const [kind, properties] of held) {
        const own = `${name}${kind}`;
        const options = { dependsOn: [`\${${before}}`] };
        resources[own] = { type: `function-mesh:pulsar:${kind}`, properties, options };
        before = own;
      }
    }
    return { "Pulumi.yaml": { name: "marked", runtime: "yaml", resources } };
  };
  const succeeds = async (run: ReturnType<Stack["up"]>): Promise<string> => {
    const { code, output } = await run;
    assert.equal(code, 0, output);
    return output;
  };

  before(async () => {
    broker = await useBroker();
    stack = await Stack.create({ language: "yaml", files: program("old") });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
    await succeeds(stack.up());
  });
  after(() => stack.remove());

  it("is told of before and while another one takes it over", async () => {
    stack.write(program("old", "new"));
    for (const [run, happens] of [
      [() => stack.preview(), "will be taken over if it is equal to what is declared"],
      [() => stack.up(), "is taken over"],
    ] as const) {
      const output = await succeeds(run());
      for (const [kind] of held)
        assert.match(output, new RegExp(`warning: ${kind} .* is marked by another resource, .*and ${happens}\\.`));
    }
  });
  it("stays when the one goes that took it last, and is the other one's again", async () => {
    stack.write(program("old"));
    const output = await succeeds(stack.up());
    for (const [kind] of held)
      assert.match(output, new RegExp(`${kind} .*belongs to another resource now and is left`));
    assert.deepEqual(await broker.send("GET", `/persistent/${tenant}/orders/clicks/subscriptions`), ["billing"]);
    await succeeds(stack.up("--refresh", "--expect-no-changes"));
  });
  it("goes with the one that has it", async () => {
    await succeeds(stack.destroy());
    assert.deepEqual(
      [await broker.send("GET", "/tenants")].flat().filter((name) => name === tenant),
      [],
    );
  });
});
