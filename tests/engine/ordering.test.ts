import assert from "node:assert/strict";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes, resourceText } from "./harness/steps";

/** `ordering: consumersFirst`, by what waits for what in the engine's state. */
describe("members that start one after the other", () => {
  let stack: Stack;
  let program: (ordering: string) => ReturnType<typeof meshProject>;

  before(async () => {
    const [plane, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await plane.kubectl("create", "namespace", "ordered");
    program = (ordering) =>
      meshProject("ordered", {
        pulsar: { east: pulsarEntry(broker) },
        kubernetes: { east: kubernetesEntry(plane, "ordered") },
        defaults: { tenant: "ordered", namespace: "orders", rollout: simulatedRollout },
        tenants: { ordered: {} },
        namespaces: { "ordered/orders": {} },
        topics: { in: {}, end: { terminal: true } },
        ordering,
        validation: { allowCycles: true },
        functions: {
          first: imageFunction("in", "mid"),
          there: imageFunction("mid", "end"),
          // In a cycle with each other.
          ping: imageFunction("a", "b"),
          pong: imageFunction("b", "a"),
        },
      });
    stack = await Stack.create({ language: "yaml", files: program("consumersFirst") });
  });
  after(() => stack.remove());

  /** The rollouts that the workload of a member waits for. */
  async function waited(member: string): Promise<readonly string[]> {
    const { resources } = await stack.state();
    const workload = resources.find(({ urn }) => resourceText(urn) === `apps/v1:StatefulSet ordered-${member}`);
    const found = (workload?.dependencies ?? []).map((urn) => resourceText(urn));
    return found.filter((text) => text.startsWith("Rollout "));
  }

  it("wait for those that read what they write, but for a cycle", async () => {
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.deepEqual(await waited("first"), ["Rollout ordered-there"]);
    assert.deepEqual(await waited("there"), []);
    assert.deepEqual(await waited("ping"), []);
    assert.deepEqual(await waited("pong"), []);
    assert.deepEqual(await changes(stack), []);
  });

  it("start all at once when that is asked for, which touches no pod", async () => {
    stack.write(program("parallel"));
    assert.deepEqual(await changes(stack), ["update Topology ordered"]);
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.match(result.output, /ordering: from now on all members start at the same time/);
    assert.deepEqual(await waited("first"), []);
  });

  it("stop before those that read from them", async () => {
    stack.write(program("consumersFirst"));
    await stack.up();
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    const at = (member: string): number => result.output.search(new RegExp(`StatefulSet ordered-${member} deleted`));
    assert.ok(at("first") >= 0 && at("first") < at("there"), result.output);
  });
});
