import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin, names } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { changes } from "./harness/steps";

const home = "theirs/orders";
const kubernetesNamespace = "theirs";
const replicationClusters = ["south", "west"];

/** A topic of others, which they have replicated between two Pulsar clusters, and a member in one of these. */
describe("a replicated topic of others", () => {
  let plane: ControlPlane;
  let brokers: readonly [west: PulsarServer, south: PulsarServer];
  let stack: Stack;

  before(async () => {
    [plane, brokers] = await Promise.all([kubernetes("west"), Promise.all([pulsar("west"), pulsar("south")] as const)]);
    await plane.kubectl("create", "namespace", kubernetesNamespace);
    await makeTopic();
    stack = await Stack.create({ language: "yaml", files: program({ replicateSubscriptionState: true }) });
  });
  after(async () => {
    await stack.remove();
    await unmakeTopic();
  });

  it("has the member's subscription on both sides", async () => {
    succeeds(await stack.up());
    for (const { adminUrl } of brokers) assert.deepEqual(await subscriptionsAt(adminUrl), [`${home}/reader`]);
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("has it on one side when nobody asks for the other any more", async () => {
    stack.write(program({}));
    succeeds(await stack.up());
    const [west, south] = brokers;
    assert.deepEqual(await subscriptionsAt(west.adminUrl), [`${home}/reader`]);
    assert.deepEqual(await subscriptionsAt(south.adminUrl), []);
  });

  it("stays without it when the mesh goes", async () => {
    stack.write(program({ replicateSubscriptionState: true }));
    succeeds(await stack.up());
    succeeds(await stack.destroy());
    for (const { adminUrl } of brokers) {
      assert.deepEqual(await subscriptionsAt(adminUrl), []);
      assert.deepEqual(await names(adminUrl, `/persistent/${home}`), [`persistent://${home}/in`]);
    }
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  const subscriptionsAt = (adminUrl: string): Promise<readonly string[]> =>
    names(adminUrl, `/persistent/${home}/in/subscriptions`);

  /** Made in the west alone: its broker makes it in the south. */
  async function makeTopic(): Promise<void> {
    const [west, south] = brokers;
    for (const { adminUrl, clusterName: own } of brokers) {
      for (const { adminUrl: serviceUrl, serviceUrl: brokerServiceUrl, clusterName } of brokers)
        if (clusterName !== own) await put(adminUrl, `/clusters/${clusterName}`, { serviceUrl, brokerServiceUrl });
      await put(adminUrl, "/tenants/theirs", { adminRoles: [], allowedClusters: replicationClusters });
      await put(adminUrl, `/namespaces/${home}`, { replication_clusters: replicationClusters });
    }
    await put(west.adminUrl, `/persistent/${home}/in`);
    const end = Date.now() + 30_000;
    while ((await names(south.adminUrl, `/persistent/${home}`)).length === 0) {
      assert.ok(Date.now() < end, "the west does not make the topic in the south");
      await pause(200);
    }
  }

  /** Other files make these clusters known to each other themselves. */
  async function unmakeTopic(): Promise<void> {
    for (const { adminUrl, clusterName } of brokers) {
      await admin(adminUrl, `/namespaces/${home}/replication`, { method: "POST", body: [clusterName] });
    }
    for (const { adminUrl, clusterName: own } of brokers) {
      await gone(adminUrl, `/namespaces/${home}?force=true`);
      await gone(adminUrl, "/tenants/theirs");
      for (const { clusterName } of brokers) if (clusterName !== own) await gone(adminUrl, `/clusters/${clusterName}`);
    }
  }

  /** The broker refuses while replication still ends. */
  async function gone(adminUrl: string, path: string): Promise<void> {
    const end = Date.now() + 30_000;
    for (;;) {
      const { status, body } = await admin(adminUrl, path, { method: "DELETE" });
      if (status < 300 || status === 404) return;
      assert.ok(Date.now() < end, `${path}: ${status} ${JSON.stringify(body)}`);
      await pause(500);
    }
  }

  async function put(adminUrl: string, path: string, body?: unknown): Promise<void> {
    const { status, body: answer } = await admin(adminUrl, path, { method: "PUT", body });
    assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(answer)}`);
  }

  const program = (more: Readonly<Record<string, unknown>>) =>
    meshProject("theirs", {
      pulsar: { west: pulsarEntry(brokers[0]), south: pulsarEntry(brokers[1]) },
      kubernetes: { west: kubernetesEntry(plane, kubernetesNamespace) },
      defaults: { tenant: "theirs", namespace: "orders", rollout: simulatedRollout },
      tenants: { theirs: { external: true } },
      namespaces: { [home]: { external: true, replicationClusters } },
      topics: { in: { external: true } },
      functions: { reader: imageFunction("in", undefined, more) },
    });
});
