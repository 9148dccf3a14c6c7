import assert from "node:assert/strict";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin, names } from "./harness/admin";
import { imageFunction, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { changes } from "./harness/steps";
import { produce } from "./pulsar/client";

const home = "across/orders";
const kubernetesNamespace = "across";

/** Three Kubernetes clusters, two of which share a Pulsar cluster, and an edge from one Pulsar cluster to the other. */
describe("edges between Pulsar clusters", () => {
  let planes: Readonly<Record<"east" | "west" | "south", ControlPlane>>;
  let brokers: Readonly<Record<"west" | "south", PulsarServer>>;
  let stack: Stack;

  before(async () => {
    const [east, west, south] = await Promise.all([kubernetes("east"), kubernetes("west"), kubernetes("south")]);
    planes = { east, west, south };
    const [westBroker, southBroker] = await Promise.all([pulsar("west"), pulsar("south")]);
    brokers = { west: westBroker, south: southBroker };
    for (const plane of [east, west, south]) await plane.kubectl("create", "namespace", kubernetesNamespace);
    stack = await Stack.create({ language: "yaml", files: program() });
  });
  after(() => stack.remove());

  it("are set up by one update, and nothing is left to do", async () => {
    succeeds(await stack.up());
    assert.deepEqual(await changes(stack), []);
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("have their namespace replicated on both sides, with all that this needs", async () => {
    for (const { adminUrl } of both()) {
      assert.deepEqual(await names(adminUrl, "/clusters"), ["south", "west"]);
      assert.deepEqual(await allowedClusters(adminUrl), ["south", "west"]);
      assert.deepEqual(await names(adminUrl, `/namespaces/${home}/replication`), ["south", "west"]);
      assert.deepEqual(await partitionsOf(adminUrl, "mid"), 2);
    }
    assert.deepEqual(await names(brokers.west.adminUrl, `/persistent/${home}/mid/subscriptions`), [
      "across/orders/near",
    ]);
    assert.deepEqual(await names(brokers.south.adminUrl, `/persistent/${home}/mid/subscriptions`), [
      "across/orders/far",
    ]);
  });

  it("carry messages from one cluster to the other", async () => {
    await produce(brokers.west, `${home}/mid`);
    await arrives("mid");
    assert.equal(await backlog(brokers.west, "mid", "near"), 1);
  });

  it("grow on both sides", async () => {
    stack.write(program({ partitions: 3 }));
    succeeds(await stack.up());
    for (const { adminUrl } of both()) assert.equal(await partitionsOf(adminUrl, "mid"), 3);
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("are moved to another topic, and no broker makes the old one again", async () => {
    stack.write(program({ topic: "next" }));
    succeeds(await stack.up());
    await produce(brokers.west, `${home}/next`);
    await arrives("next");
    for (const { adminUrl } of both()) {
      assert.deepEqual(await names(adminUrl, `/persistent/${home}/partitioned`), [`persistent://${home}/next`]);
      const topics = await names(adminUrl, `/persistent/${home}`);
      assert.deepEqual(
        topics.filter((name) => name.includes("/mid")),
        [],
      );
    }
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("are taken apart again, and nothing is left on either side", async () => {
    succeeds(await stack.destroy());
    for (const broker of both()) {
      assert.deepEqual(await names(broker.adminUrl, "/clusters"), [broker.clusterName]);
      assert.equal((await admin(broker.adminUrl, "/tenants/across")).status, 404);
    }
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  const both = (): readonly PulsarServer[] => [brokers.west, brokers.south];

  async function allowedClusters(adminUrl: string): Promise<readonly unknown[]> {
    const { body } = await admin(adminUrl, "/tenants/across");
    const { allowedClusters: found } = Object(body);
    return Array.isArray(found) ? [...found].sort() : [];
  }

  const partitionsOf = async (adminUrl: string, topic: string): Promise<unknown> =>
    Object((await admin(adminUrl, `/persistent/${home}/${topic}/partitions`)).body).partitions;

  async function backlog({ adminUrl }: PulsarServer, topic: string, member: string): Promise<unknown> {
    const { body } = await admin(adminUrl, `/persistent/${home}/${topic}/partitioned-stats?getPreciseBacklog=true`);
    return Object(body).subscriptions?.[`${home}/${member}`]?.msgBacklog;
  }

  /** A replicator starts with the first message. */
  async function arrives(topic: string): Promise<void> {
    const end = Date.now() + 20_000;
    while ((await backlog(brokers.south, topic, "far")) !== 1) {
      assert.ok(Date.now() < end, `no message of ${topic} came to the south`);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  function program({ topic = "mid", partitions = 2 }: { readonly topic?: string; readonly partitions?: number } = {}) {
    const entry = (key: keyof typeof planes, more: object = {}) => ({
      kubeconfig: { "fn::secret": planes[key].kubeconfigText },
      namespace: kubernetesNamespace,
      ...more,
    });
    return meshProject("across", {
      pulsar: { west: pulsarEntry(brokers.west), south: pulsarEntry(brokers.south) },
      kubernetes: { east: entry("east", { pulsar: "west" }), west: entry("west"), south: entry("south") },
      defaults: { cluster: "east", tenant: "across", namespace: "orders", rollout: simulatedRollout },
      tenants: { across: {} },
      namespaces: { [home]: {} },
      topics: { [topic]: { partitions }, done: { terminal: true } },
      functions: {
        first: imageFunction("in", topic),
        near: imageFunction(topic, undefined, { cluster: "west" }),
        far: imageFunction(topic, "done", { cluster: "south" }),
      },
    });
  }
});
