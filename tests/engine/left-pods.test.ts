import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

const stored: Properties = {
  replicas: 3,
  volumeClaimTemplates: [
    {
      metadata: { name: "work" },
      spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "1Mi" } } },
    },
  ],
  volumeMounts: [{ name: "work", mountPath: "/work-data" }],
  // A StatefulSet that wanted fewer instances, for a moment even, would delete the volumes of the others.
  persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete" },
};

/** Nobody makes volumes here, so that those to be claimed have to be there. */
const volume = (name: string): object => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name },
  spec: { capacity: { storage: "8Mi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: `/tmp/${name}` } },
});

/** A StatefulSet was deleted and its pods left: a new one takes them over, and ends none but to roll it. */
describe("pods that another StatefulSet has left", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "left-pods";
  const members = ["stored", "free"];
  const workloads = members.map((member) => `left-${member}`);

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const file = `${cluster.kubeconfig}.${kubernetesNamespace}.json`;
    const items = [0, 1, 2].map((index) => volume(`${kubernetesNamespace}-${index}`));
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await cluster.kubectl("apply", "-f", file);
    stack = await freshStack();
    await up();
    // No number is stated of this one: it goes on with those that there are.
    await kubectl("scale", "statefulset", "left-free", "--replicas=3");
    await until(async () => (await uids("pods")).size === 6);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("stay with another stack, as do their volumes", async () => {
    await stack.remove();
    stack = await freshStack();
    await takeOver();
  });

  it("stay when the StatefulSet is made anew by the stack it was in, as do their volumes", () => takeOver("--refresh"));

  async function takeOver(...options: readonly string[]): Promise<void> {
    await kubectl("delete", "statefulset", ...workloads, "--cascade=orphan");
    await kubectl("delete", "service", ...workloads);
    const claims = await uids("persistentvolumeclaims");
    assert.deepEqual([claims.size, (await uids("pods")).size], [3, 6]);

    const watched = new Watched(() => uids("pods"));
    await up(...options);
    const fewest = await watched.end();
    assert.deepEqual(await uids("persistentvolumeclaims"), claims);
    // One of each is away at a time, while it rolls.
    assert.ok(fewest >= 4, `${fewest} pods were left`);
    for (const name of workloads)
      assert.equal(await kubectl("get", "statefulset", name, "-o", "jsonpath={.status.readyReplicas}"), "3");
    const again = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  }

  async function up(...options: readonly string[]): Promise<void> {
    const result = await stack.up(...options);
    assert.equal(result.code, 0, result.output);
  }

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);

  /** Of the objects that are not about to go, by their names. */
  async function uids(kind: string): Promise<ReadonlyMap<string, string>> {
    const { items } = JSON.parse(await kubectl("get", kind, "-o", "json"));
    return new Map(
      items
        .filter(({ metadata }: Named) => metadata.deletionTimestamp === undefined)
        .map(({ metadata }: Named) => [metadata.name, metadata.uid] as const),
    );
  }

  const freshStack = (): Promise<Stack> =>
    Stack.create({
      language: "yaml",
      files: meshProject("left", {
        pulsar: { east: pulsarEntry(broker) },
        kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
        defaults: { rollout: simulatedRollout },
        topics: { in: {} },
        functions: { stored: imageFunction("in", undefined, stored), free: imageFunction("in", undefined) },
      }),
      attach: true,
    });
});

interface Named {
  readonly metadata: { readonly name: string; readonly uid: string; readonly deletionTimestamp?: string };
}

/** Looks again and again how many there are. */
class Watched {
  private isOver = false;
  private fewest = Number.POSITIVE_INFINITY;
  private readonly looking: Promise<void>;

  constructor(private readonly look: () => Promise<ReadonlyMap<string, string>>) {
    this.looking = this.lookOn();
  }

  async end(): Promise<number> {
    this.isOver = true;
    await this.looking;
    return this.fewest;
  }

  private async lookOn(): Promise<void> {
    while (!this.isOver) {
      this.fewest = Math.min(this.fewest, (await this.look()).size);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("did not come about");
}
