import assert from "node:assert/strict";
import { setTimeout as pause } from "node:timers/promises";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin, names } from "./harness/admin";
import { imageFunction, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { changes } from "./harness/steps";
import { consume, produce, startConsumer, startWriter } from "./pulsar/client";

const home = "across/orders";
const kubernetesNamespace = "across";

/** Three Kubernetes clusters, two of which share a Pulsar cluster, and an edge from one Pulsar cluster to the other. Counts as 32 tests. */
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

  it("have the state of subscriptions replicated where a member asks for it, also while consumers are attached", async () => {
    stack.write(program({ first: { replicateSubscriptionState: true } }));
    succeeds(await stack.up());
    const reader = await startConsumer(brokers.west, `${home}/in`, encodeURIComponent(`${home}/first`));
    try {
      for (const broker of both()) assert.deepEqual(await replicatedOf(broker, "in", "first"), [true]);
      assert.deepEqual(await replicatedOf(brokers.west, "mid", "near"), [false]);
    } finally {
      reader.close();
    }
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("have the other side of a replicated subscription follow what is read", async () => {
    const subscription = encodeURIComponent(`${home}/first`);
    const start = await positionOf(brokers.south, "in", subscription);
    const end = Date.now() + 40_000;
    // Brokers agree once a second on where they are, as long as messages come.
    while ((await positionOf(brokers.south, "in", subscription)) === start) {
      assert.ok(Date.now() < end, "the south does not know what was read in the west");
      await produce(brokers.west, `${home}/in`);
      await pause(1200);
      await consume(brokers.west, { topic: `${home}/in`, subscription, count: 1 });
    }
  });

  it("let a member with a replicated subscription go on where it was in the other cluster", async () => {
    const subscription = encodeURIComponent(`${home}/first`);
    const start = await positionOf(brokers.south, "in", subscription);
    stack.write(program({ first: { replicateSubscriptionState: true, cluster: "south" } }));
    succeeds(await stack.up());
    assert.ok(isReached(await positionOf(brokers.south, "in", subscription), start), "the south begins anew");
    for (const broker of both()) assert.deepEqual(await replicatedOf(broker, "in", "first"), [true]);
    assert.deepEqual(await changes(stack, "--refresh"), []);
    stack.write(program({ first: { replicateSubscriptionState: true } }));
    succeeds(await stack.up());
    for (const broker of both()) assert.deepEqual(await replicatedOf(broker, "in", "first"), [true]);
  });

  it("leave the other side again when nobody asks for it any more", async () => {
    stack.write(program());
    succeeds(await stack.up());
    assert.deepEqual(await replicatedOf(brokers.west, "in", "first"), [false]);
    assert.deepEqual(await names(brokers.south.adminUrl, `/persistent/${home}/in/subscriptions`), []);
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("carry messages from one cluster to the other", async () => {
    await produce(brokers.west, `${home}/mid`);
    await arrives("mid");
    assert.equal(await backlog(brokers.west, "mid", "near"), 1);
  });

  it("carry on when the other cluster becomes the default one, whose topics have the short names", async () => {
    stack.write(program({ first: { cluster: "east" }, defaultCluster: "south" }));
    succeeds(await stack.up());
    for (const { adminUrl } of both())
      for (const topic of ["in", "mid", "done"])
        assert.deepEqual(await names(adminUrl, `/persistent/${home}/${topic}/replication`), []);
    assert.deepEqual(await changes(stack), []);
    await produce(brokers.west, `${home}/mid`);
    await arrives("mid", 2);
    stack.write(program());
    succeeds(await stack.up());
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

  it("bring across what an old writer writes until it ends, although its topic goes with it", async () => {
    stack.write(program({ near: false }));
    succeeds(await stack.up());
    const before = Number(await backlog(brokers.south, "mid", "far"));
    const writer = await startWriter(brokers.west, `${home}/mid`);
    stack.write(program({ near: false, first: { cluster: "south" } }));
    const moved = stack.up();
    let sent = 0;
    const send = async (): Promise<void> => {
      await writer.send();
      sent += 1;
      await pause(200);
    };
    while ((await workloads("east")).includes("across-first")) await send();
    for (const end = Date.now() + 5_000; Date.now() < end;) await send();
    await writer.close();
    succeeds(await moved);
    await arrives("mid", before + sent);
    assert.equal((await admin(brokers.west.adminUrl, `/namespaces/${home}`)).status, 404);
    succeeds(await stack.destroy());
    // The namespace in the south has kept the west, which has stayed registered there.
    for (const { adminUrl, clusterName } of both())
      for (const peer of both().filter((other) => other.clusterName !== clusterName))
        await admin(adminUrl, `/clusters/${peer.clusterName}`, { method: "DELETE" });
  });

  const workloads = async (key: keyof typeof planes): Promise<string> =>
    planes[key].kubectl("-n", kubernetesNamespace, "get", "statefulsets", "-o", "name");

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  const both = (): readonly PulsarServer[] => [brokers.west, brokers.south];

  async function allowedClusters(adminUrl: string): Promise<readonly unknown[]> {
    const { body } = await admin(adminUrl, "/tenants/across");
    const { allowedClusters: found } = Object(body);
    return Array.isArray(found) ? [...found].sort() : [];
  }

  const partitionsOf = async (adminUrl: string, topic: string): Promise<unknown> =>
    Object((await admin(adminUrl, `/persistent/${home}/${topic}/partitions`)).body).partitions;

  /** Of each partition. */
  async function replicatedOf({ adminUrl }: PulsarServer, topic: string, member: string): Promise<readonly unknown[]> {
    const subscription = encodeURIComponent(`${home}/${member}`);
    const path = `/persistent/${home}/${topic}/subscription/${subscription}/replicatedSubscriptionStatus`;
    return [...new Set(Object.values(Object((await admin(adminUrl, path)).body)))];
  }

  /** Up to where a subscription was read. */
  async function positionOf({ adminUrl }: PulsarServer, topic: string, subscription: string): Promise<string> {
    const { body } = await admin(adminUrl, `/persistent/${home}/${topic}/internalStats`);
    const position: unknown = Object(body).cursors?.[subscription]?.markDeletePosition;
    assert.ok(typeof position === "string", `no position of ${subscription} in ${JSON.stringify(body)}`);
    return position;
  }

  /** Whether a position, as `<ledger>:<entry>`, is another one or after it. */
  function isReached(position: string, other: string): boolean {
    const [ledger = 0, entry = 0] = position.split(":").map(Number);
    const [otherLedger = 0, otherEntry = 0] = other.split(":").map(Number);
    return ledger > otherLedger || (ledger === otherLedger && entry >= otherEntry);
  }

  async function backlog({ adminUrl }: PulsarServer, topic: string, member: string): Promise<unknown> {
    const { body } = await admin(adminUrl, `/persistent/${home}/${topic}/partitioned-stats?getPreciseBacklog=true`);
    return Object(body).subscriptions?.[`${home}/${member}`]?.msgBacklog;
  }

  /** A replicator starts with the first message. */
  async function arrives(topic: string, count = 1): Promise<void> {
    const end = Date.now() + 20_000;
    for (let come; (come = await backlog(brokers.south, topic, "far")) !== count;) {
      assert.ok(Date.now() < end, `${come} of ${count} messages of ${topic} came to the south`);
      await pause(200);
    }
  }

  interface Wanted {
    readonly topic?: string;
    readonly partitions?: number;
    /** More of the member that reads what comes in. */
    readonly first?: object;
    /** False without the reader in the writer's own Pulsar cluster. */
    readonly near?: boolean;
    readonly defaultCluster?: string;
  }

  function program({ topic = "mid", partitions = 2, first = {}, near = true, defaultCluster = "east" }: Wanted = {}) {
    const entry = (key: keyof typeof planes, more: object = {}) => ({
      kubeconfig: { "fn::secret": planes[key].kubeconfigText },
      namespace: kubernetesNamespace,
      ...more,
    });
    return meshProject("across", {
      pulsar: { west: pulsarEntry(brokers.west), south: pulsarEntry(brokers.south) },
      kubernetes: { east: entry("east", { pulsar: "west" }), west: entry("west"), south: entry("south") },
      defaults: { cluster: defaultCluster, tenant: "across", namespace: "orders", rollout: simulatedRollout },
      tenants: { across: {} },
      namespaces: { [home]: {} },
      topics: { [topic]: { partitions }, done: { terminal: true } },
      functions: {
        first: imageFunction("in", topic, { ...first }),
        ...(near ? { near: imageFunction(topic, undefined, { cluster: "west" }) } : {}),
        far: imageFunction(topic, "done", { cluster: "south" }),
      },
    });
  }
});
