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
