import assert from "node:assert/strict";
import { admin, names } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** Subscriptions that instances make by themselves go with the member, and nobody else's. */
describe("what a pattern found", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  const subscriptions = (topic: string) => names(broker.adminUrl, `/persistent/public/default/${topic}/subscriptions`);

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", "cleanup");
  });

  it("is unsubscribed on destroy, on topics of others as well", async () => {
    const stack = await Stack.create({ language: "yaml", files: program(), attach: true });
    try {
      const deployed = await stack.up();
      assert.equal(deployed.code, 0, deployed.output);
      // As an instance would do it that finds a topic of somebody else.
      await admin(broker.adminUrl, "/persistent/public/default/cleanup-theirs", { method: "PUT", body: {} });
      for (const name of ["public/default/all", "somebody-else"]) {
        const path = `/persistent/public/default/cleanup-theirs/subscription/${encodeURIComponent(name)}`;
        await admin(broker.adminUrl, path, { method: "PUT", body: "earliest" });
      }
      assert.deepEqual(await subscriptions("cleanup-ours"), ["public/default/all"]);
      const again = await stack.up("--expect-no-changes");
      assert.equal(again.code, 0, again.output);
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
    assert.deepEqual(await subscriptions("cleanup-theirs"), ["somebody-else"]);
  });

  const program = () =>
    meshProject("cleanup", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, "cleanup") },
      defaults: { rollout: simulatedRollout },
      topics: { "cleanup-ours": {} },
      functions: {
        all: imageFunction("", undefined, { input: { topicPattern: "persistent://public/default/cleanup-.*" } }),
      },
    });
});
