import assert from "node:assert/strict";
import { admin, names } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** Subscriptions that instances make by themselves go with the member unless they are to be kept, and nobody else's. */
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
      // What is still subscribed would keep the topic.
      assert.match(
        destroyed.output,
        /SubscriptionCleanup cleanup-all-cleanup deleted[\s\S]*Topic cleanup-cleanup-ours deleting/,
      );
      const beforeUnsubscribed = destroyed.output.split("SubscriptionCleanup cleanup-all-cleanup deleted")[0] ?? "";
      assert.doesNotMatch(beforeUnsubscribed, /Topic cleanup-cleanup-ours deleting/);
    }
    assert.deepEqual(await subscriptions("cleanup-theirs"), ["somebody-else"]);
  });

  it("is let go of when the pattern finds it no more, and kept when that is asked for, without a restart", async () => {
    const first = { input: { topicPattern: "persistent://public/default/letgo-.*" } };
    const narrow = { input: { topicPattern: "persistent://public/default/letgo-a.*" } };
    const kept = { ...narrow, cleanupSubscription: false };
    for (const topic of ["letgo-a", "letgo-b"]) {
      await admin(broker.adminUrl, `/persistent/public/default/${topic}`, { method: "PUT", body: {} });
      const path = `/persistent/public/default/${topic}/subscription/${encodeURIComponent("public/default/all")}`;
      await admin(broker.adminUrl, path, { method: "PUT", body: "earliest" });
    }
    const stack = await Stack.create({ language: "yaml", files: program(first), attach: true });
    const up = async (more: object) => {
      stack.write(program(more));
      const result = await stack.up();
      assert.equal(result.code, 0, result.output);
    };
    try {
      await up(first);
      stack.write(program(narrow));
      const narrowed = await changes(stack);
      assert.ok(narrowed.includes("update SubscriptionCleanup cleanup-all-let-go"), narrowed.join("\n"));
      await up(narrow);
      assert.deepEqual([await subscriptions("letgo-a"), await subscriptions("letgo-b")], [["public/default/all"], []]);
      stack.write(program(kept));
      assert.deepEqual(await changes(stack), [
        "delete SubscriptionCleanup cleanup-all-let-go",
        "update SubscriptionCleanup cleanup-all-cleanup",
        "update Topology cleanup",
      ]);
      await up(kept);
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
    assert.deepEqual(await subscriptions("letgo-a"), ["public/default/all"]);
  });

  it("is not touched where a topic is read by its name and the subscription is to be kept", async () => {
    await admin(broker.adminUrl, "/persistent/public/default/kept-in", { method: "PUT", body: {} });
    const named = { input: { topics: ["kept-in"] }, cleanupSubscription: false };
    const external = { topics: { "kept-in": { external: true } } };
    const stack = await Stack.create({ language: "yaml", files: program(named, external), attach: true });
    try {
      const deployed = await stack.up();
      assert.equal(deployed.code, 0, deployed.output);
      stack.write(program({ ...named, cleanupSubscription: true }, external));
      assert.deepEqual(await changes(stack), [
        "delete SubscriptionCleanup cleanup-all-cleanup",
        "update Topology cleanup",
        "update pulsar:Subscription cleanup-all-kept-in",
      ]);
    } finally {
      const destroyed = await stack.destroy();
      await stack.remove();
      assert.equal(destroyed.code, 0, destroyed.output);
    }
    assert.deepEqual(await subscriptions("kept-in"), ["public/default/all"]);
  });

  const byPattern = { input: { topicPattern: "persistent://public/default/cleanup-.*" } };
  const program = (member: object = byPattern, more: object = { topics: { "cleanup-ours": {} } }) =>
    meshProject("cleanup", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, "cleanup") },
      defaults: { rollout: simulatedRollout },
      ...more,
      functions: { all: imageFunction("", undefined, { ...member }) },
    });
});
