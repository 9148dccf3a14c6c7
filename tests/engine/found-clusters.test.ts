import assert from "node:assert/strict";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";
import { admin, names } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack, type RunResult } from "./harness/stack";
import { changes } from "./harness/steps";

const tenant = "leaving";
const home = `${tenant}/orders`;

/** A tenant and a namespace that others replicate to a cluster of theirs, and that a mesh takes over. */
describe("a mesh that leaves a Pulsar cluster", () => {
  let plane: ControlPlane;
  let brokers: Readonly<Record<"west" | "south", PulsarServer>>;
  let stack: Stack;

  before(async () => {
    plane = await kubernetes("leaving");
    const [west, south] = await Promise.all([pulsar("west"), pulsar("south")]);
    brokers = { west, south };
    await plane.kubectl("create", "namespace", tenant);
    const north = { serviceUrl: "http://127.0.0.1:9", brokerServiceUrl: "pulsar://127.0.0.1:9" };
    await send("PUT", "/clusters/north", north);
    await send("PUT", `/tenants/${tenant}`, { adminRoles: [], allowedClusters: ["west", "north"] });
    await send("PUT", `/namespaces/${home}`, { replication_clusters: ["west", "north"] });
    stack = await Stack.create({ language: "yaml", files: program(["west"]) });
  });
  after(async () => {
    await stack.remove();
    await admin(brokers.west.adminUrl, "/clusters/north", { method: "DELETE" });
  });

  it("has them replicated to its own clusters as well", async () => {
    succeeds(await stack.up());
    assert.deepEqual(await clusters(), { allowed: ["north", "west"], replicated: ["north", "west"] });
    stack.write(program(["west", "south"]));
    succeeds(await stack.up());
    assert.deepEqual(await clusters(), { allowed: ["north", "south", "west"], replicated: ["north", "south", "west"] });
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("takes its own cluster back alone", async () => {
    stack.write(program(["west"]));
    succeeds(await stack.up());
    assert.deepEqual(await clusters(), { allowed: ["north", "west"], replicated: ["north", "west"] });
    assert.deepEqual(await changes(stack, "--refresh"), []);
  });

  it("leaves the others at the next update, too", async () => {
    stack.write(program(["west"], { adminRoles: ["someone"] }));
    succeeds(await stack.up("--refresh"));
    assert.deepEqual(await clusters(), { allowed: ["north", "west"], replicated: ["north", "west"] });
  });

  it("does not put back what others take away, and can be destroyed then", async () => {
    await send("POST", `/namespaces/${home}/replication`, ["west"]);
    await send("POST", `/tenants/${tenant}`, { adminRoles: ["someone"], allowedClusters: ["west"] });
    stack.write(program(["west"], { adminRoles: ["another"] }));
    succeeds(await stack.up());
    assert.deepEqual(await clusters(), { allowed: ["west"], replicated: ["west"] });
    succeeds(await stack.destroy());
  });

  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);

  async function send(method: string, path: string, body: object): Promise<void> {
    const { status, body: answer } = await admin(brokers.west.adminUrl, path, { method, body });
    assert.ok(status < 300, `${path}: ${status} ${JSON.stringify(answer)}`);
  }

  async function clusters() {
    const { body } = await admin(brokers.west.adminUrl, `/tenants/${tenant}`);
    const { allowedClusters } = Object(body);
    const allowed: readonly unknown[] = Array.isArray(allowedClusters) ? [...allowedClusters].sort() : [];
    return { allowed, replicated: await names(brokers.west.adminUrl, `/namespaces/${home}/replication`) };
  }

  /** What is read in the last of the clusters. */
  function program(keys: readonly (keyof typeof brokers)[], ofTenant: object = {}) {
    const cluster = keys.at(-1);
    const entries = keys.map((key) => [key, { ...pulsarEntry(brokers[key]), clusterName: key }] as const);
    const places = keys.map((key) => [key, { ...kubernetesEntry(plane, tenant), pulsar: key }] as const);
    return meshProject("leaving", {
      pulsar: Object.fromEntries(entries),
      kubernetes: Object.fromEntries(places),
      defaults: { cluster: "west", tenant, namespace: "orders", rollout: simulatedRollout },
      tenants: { [tenant]: ofTenant },
      namespaces: { [home]: {} },
      functions: { near: imageFunction("in", "mid"), far: imageFunction("mid", undefined, { cluster }) },
    });
  }
});
