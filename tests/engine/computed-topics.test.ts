import assert from "node:assert/strict";
import { imageFunction, kubernetesEntry, project, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes, resourceText } from "./harness/steps";

/** A topic that another resource of the program makes, and whose name is not known before that. */
describe("topics of other resources", () => {
  let stack: Stack;
  let program: (functions: object) => ReturnType<typeof project>;
  const clicks = "${clicks.id}";
  const between = { a: imageFunction("first", clicks), b: imageFunction(clicks, "last") };

  before(async () => {
    const [plane, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await plane.kubectl("create", "namespace", "computed");
    program = (functions) =>
      project("computed", {
        broker: { type: "pulumi:providers:function-mesh", properties: { adminUrl: broker.adminUrl } },
        clicks: {
          type: "function-mesh:pulsar:Topic",
          properties: { topic: "persistent://public/default/computed-clicks" },
          options: { provider: "${broker}" },
        },
        computed: {
          type: "function-mesh:FunctionMesh",
          properties: {
            pulsar: { east: pulsarEntry(broker) },
            kubernetes: { east: kubernetesEntry(plane, "computed") },
            defaults: { rollout: simulatedRollout },
            topics: { first: {}, last: { terminal: true } },
            validation: { strict: true },
            functions,
          },
        },
      });
    stack = await Stack.create({ language: "yaml", files: program({}) });
  });
  after(() => stack.remove());

  /** The subscriptions that the workload of a member waits for. */
  async function waited(member: string): Promise<readonly string[]> {
    const { resources } = await stack.state();
    const workload = resources.find(({ urn }) => resourceText(urn) === `apps/v1:StatefulSet computed-${member}`);
    const found = (workload?.dependencies ?? []).map((urn) => resourceText(urn));
    return found.filter((text) => text.startsWith("pulsar:Subscription ")).sort();
  }

  it("are looked at by every rule as soon as their names are known, before anything of the mesh is made", async () => {
    const wrong = { ...between, self: imageFunction(clicks, clicks), typo: imageFunction("fisrt", "last") };
    stack.write(program(wrong));
    const preview = await stack.preview();
    assert.equal(preview.code, 0, preview.output);
    const up = await stack.up();
    assert.notEqual(up.code, 0, up.output);
    const name = "persistent://public/default/computed-clicks";
    assert.ok(
      up.output.includes(`FM013 functions.self.output.topic: "${name}" is among the member's own inputs`),
      up.output,
    );
    assert.match(
      up.output,
      /FM010 functions\.typo\.input\.topics\[0\]: nobody writes "persistent:\/\/public\/default\/fisrt"/,
    );
    const made = (await stack.state()).resources.map(({ urn }) => resourceText(urn));
    assert.ok(made.includes("pulsar:Topic clicks"), made.join("\n"));
    assert.deepEqual(
      made.filter((text) => /computed/.test(text) && !/^pulumi:/.test(text)),
      [],
    );
  });

  it("are waited for like those of the mesh: a writer for all subscriptions on its topic", async () => {
    stack.write(program(between));
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    assert.deepEqual(await waited("a"), [
      "pulsar:Subscription computed-a-first",
      "pulsar:Subscription computed-b-input0",
    ]);
    assert.deepEqual(await waited("b"), ["pulsar:Subscription computed-b-input0"]);
    assert.deepEqual(await changes(stack), []);
  });

  it("stay when the mesh goes", async () => {
    const [written] = Object.values(program(between));
    const { resources, ...more } = Object(written);
    const { computed, ...others } = Object(resources);
    assert.ok(computed !== undefined);
    stack.write({ "Pulumi.yaml": { ...more, resources: others } });
    const up = await stack.up();
    assert.equal(up.code, 0, up.output);
    assert.doesNotMatch(up.output, /Topic clicks/);
    const down = await stack.destroy();
    assert.equal(down.code, 0, down.output);
  });
});
