import assert from "node:assert/strict";
import { admin, names } from "./harness/admin";
import {
  imageFunction,
  kubernetesEntry,
  meshProject,
  project,
  pulsarEntry,
  simulatedRollout,
} from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Program = Readonly<Record<string, object>>;

/** What is read before and after a change of the program loses nothing by it, whoever read it before. */
describe("a subscription that goes from one to another", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  const subscriptions = (topic: string) => names(broker.adminUrl, `/persistent/public/default/${topic}/subscriptions`);

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", "hand-over");
  });

  /** As an instance would do it. */
  async function subscribe(topic: string, name: string): Promise<void> {
    await admin(broker.adminUrl, `/persistent/public/default/${topic}`, { method: "PUT", body: {} });
    const path = `/persistent/public/default/${topic}/subscription/${encodeURIComponent(name)}`;
    await admin(broker.adminUrl, path, { method: "PUT", body: "earliest" });
  }

  /** Brings one program after another up; the result is what each of them leaves, and what is left after the destroy. */
  async function life(programs: readonly Program[], topics: readonly string[]): Promise<unknown> {
    const [first = {}] = programs;
    const stack = await Stack.create({ language: "yaml", attach: true, files: first });
    const seen: (readonly (readonly string[])[])[] = [];
    const look = async () => seen.push(await Promise.all(topics.map(subscriptions)));
    try {
      for (const program of programs) {
        stack.write(program);
        const result = await stack.up();
        assert.equal(result.code, 0, result.output);
        await look();
      }
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
    await look();
    return seen;
  }

  it("stays with a mesh that has another name, and goes with that one", async () => {
    await subscribe("renamed-a", "public/default/all");
    const reader = { input: { topicPattern: "persistent://public/default/renamed-.*" } };
    const have = ["public/default/all"];
    assert.deepEqual(await life([mesh("alpha", reader), mesh("beta", reader)], ["renamed-a"]), [[have], [have], [[]]]);
  });

  it("stays with a topic of others that is read by its name, then by a pattern, then by its name", async () => {
    await admin(broker.adminUrl, "/persistent/public/default/views-a", { method: "PUT", body: {} });
    const external = { topics: { "views-a": { external: true } } };
    const byName = { input: { topics: ["views-a"] } };
    const byPattern = { input: { topicPattern: "persistent://public/default/views-.*" } };
    const programs = [byName, byPattern, byName].map((member) => mesh("gamma", member, external));
    const have = ["public/default/all"];
    assert.deepEqual(await life(programs, ["views-a"]), [[have], [have], [have], [[]]]);
  });

  it("is kept where the same change says so, also on what is not read any more", async () => {
    for (const topic of ["ka", "kb"]) await subscribe(topic, "public/default/all");
    const programs = [
      mesh("eta", { input: { topicPattern: "persistent://public/default/k[ab]" } }),
      mesh("eta", { input: { topics: ["ka"] }, cleanupSubscription: false }, { topics: { ka: { external: true } } }),
      mesh("eta", { input: { topicPattern: "persistent://public/default/k[a]" } }),
    ];
    const have = ["public/default/all"];
    // What was kept bears no mark, so that a clean-up that comes later deletes it.
    assert.deepEqual(await life(programs, ["ka", "kb"]), [
      [have, have],
      [have, have],
      [have, have],
      [[], have],
    ]);
  });

  it("goes before the Pulsar namespace that the mesh owns", async () => {
    const source = {
      connector: "/x.jar",
      className: "Numbers",
      image: "example/runner:1",
      output: { topic: "out" },
      batchSourceConfig: { discoveryTriggererClassName: "Once", discoveryTriggererConfig: { a: "b" } },
    };
    const program = meshProject("eps", {
      ...places(),
      tenants: { acme: { allowedClusters: ["east"] } },
      namespaces: { "acme/batch": {} },
      topics: { out: { terminal: true } },
      defaults: { tenant: "acme", namespace: "batch", rollout: simulatedRollout },
      sources: { numbers: source },
    });
    const stack = await Stack.create({ language: "yaml", attach: true, files: program });
    try {
      const deployed = await stack.up();
      assert.equal(deployed.code, 0, deployed.output);
      const tasks = "/persistent/acme/batch/numbers-intermediate";
      await admin(broker.adminUrl, tasks, { method: "PUT", body: {} });
      const name = encodeURIComponent("BatchSourceExecutor-acme/batch/numbers");
      await admin(broker.adminUrl, `${tasks}/subscription/${name}`, { method: "PUT", body: "earliest" });
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
    assert.ok(!(await names(broker.adminUrl, "/tenants")).includes("acme"));
  });

  const places = () => ({
    pulsar: { east: pulsarEntry(broker) },
    kubernetes: { east: kubernetesEntry(cluster, "hand-over") },
  });
  const mesh = (name: string, member: object, more: object = {}): Program => {
    const properties = {
      ...places(),
      defaults: { rollout: simulatedRollout },
      ...more,
      functions: { all: imageFunction("", undefined, { ...member }) },
    };
    return project("hand-over", { [name]: { type: "function-mesh:FunctionMesh", properties } });
  };
});
