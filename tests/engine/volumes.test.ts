import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { admin } from "./harness/admin";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import { changes } from "./harness/steps";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

const claim = (storage: string, name = "work"): Properties => ({
  metadata: { name },
  spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } },
});

const stored = (storage: string, more: Properties = {}): Properties => ({
  replicas: 2,
  volumeClaimTemplates: [claim(storage)],
  volumeMounts: [{ name: "work", mountPath: "/work-data" }],
  ...more,
});

const deleted = { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } };

/** Nobody makes volumes here, so that those to be claimed have to be there. */
const volume = (name: string): object => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name },
  spec: { capacity: { storage: "8Mi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: `/tmp/${name}` } },
});

/** What a live StatefulSet cannot change is changed by making it anew, with the volumes that its instances had. Counts as 16 tests. */
describe("a member with volumes of its own", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "volumes";
  const names = ["work-stored-work-0", "work-stored-work-1"];

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    await provideVolumes(12);
    stack = await Stack.create({ language: "yaml", files: program(stored("1Mi")), attach: true });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(() => stack.remove());

  it("begins with a volume for each instance", async () => {
    assert.deepEqual([...(await claims()).keys()], names);
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  for (const { what, fields } of [
    { what: "of another size", fields: stored("2Mi") },
    { what: "of another size, while volumes are to go with the member", fields: stored("3Mi", deleted) },
    { what: "of another size once more", fields: stored("4Mi", deleted) },
    {
      what: "and another one",
      fields: stored("4Mi", { ...deleted, volumeClaimTemplates: [claim("4Mi"), claim("1Mi", "more")] }),
    },
    { what: "without that one", fields: stored("4Mi", deleted) },
  ]) {
    it(`is made anew for volumes ${what}, and keeps those it has`, async () => {
      const [pods, kept, workload, position] = await Promise.all([podUids(), claims(), workloadUid(), subscription()]);
      stack.write(program(fields));
      const previewed = await changes(stack);
      assert.deepEqual(
        previewed.filter((step) => !/^(update|delete-replaced|create-replacement|replace) /.test(step)),
        [],
      );
      assert.ok(previewed.some((step) => /^(replace|create-replacement) apps\/v1:StatefulSet stored-work$/.test(step)));
      assert.ok(previewed.includes("update Volumes stored-work"), previewed.join("\n"));
      assert.ok(
        previewed.every((step) => /Topology stored$| stored-work$/.test(step)),
        previewed.join("\n"),
      );

      const result = await stack.up();
      assert.equal(result.code, 0, result.output);
      assert.notEqual(await workloadUid(), workload);
      const now = await claims();
      for (const [name, uid] of kept) assert.equal(now.get(name), uid, name);
      assert.deepEqual(await usedClaims(), names);
      assert.equal((await podUids()).length, 2);
      assert.ok((await podUids()).every((uid) => !pods.includes(uid)));
      assert.deepEqual(await subscription(), position);
      const again = await stack.preview("--refresh", "--expect-no-changes");
      assert.equal(again.code, 0, again.output);
    });
  }

  it("gets its first volumes, for as many instances as somebody wants, though it ran without", async () => {
    await kubectl("scale", "statefulset", "stored-other", "--replicas=2");
    stack.write(program(stored("4Mi", deleted), { other: { volumeClaimTemplates: [claim("1Mi")] } }));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.deepEqual([...(await claims("other")).keys()], ["work-stored-other-0", "work-stored-other-1"]);
    assert.equal(await kubectl("get", "statefulset", "stored-other", "-o", "jsonpath={.status.readyReplicas}"), "2");
  });

  it("keeps its volumes when they are no longer mentioned, and is made anew for none", async () => {
    const workload = await workloadUid("other");
    stack.write(program(stored("4Mi", deleted)));
    assert.equal((await stack.up()).code, 0);
    assert.equal(await workloadUid("other"), workload);
    stack.write(program(stored("4Mi", deleted), { other: { volumeClaimTemplates: [] } }));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
    assert.notEqual(await workloadUid("other"), workload);
    assert.ok((await claims("other")).has("work-stored-other-0"));
  });

  it("is deleted with its volumes where that is its policy", async () => {
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    // Those of a template that went before stay: they belong to nobody any more.
    await until(async () => [...(await claims()).keys()].every((name) => name.startsWith("more-")));
    assert.ok((await claims("other")).has("work-stored-other-0"));
  });

  async function provideVolumes(count: number): Promise<void> {
    const items = Array.from({ length: count }, (_, index) => volume(`${kubernetesNamespace}-${index}`));
    const file = `${cluster.kubeconfig}.${kubernetesNamespace}.json`;
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await cluster.kubectl("apply", "-f", file);
  }

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);

  const workloadUid = (member = "work"): Promise<string> =>
    kubectl("get", "statefulset", `stored-${member}`, "-o", "jsonpath={.metadata.uid}");

  /** UIDs of the claims of a member's instances, by their names. */
  async function claims(member = "work"): Promise<ReadonlyMap<string, string>> {
    const selector = `compute.functionmesh.io/name=stored-${member}`;
    const { items } = JSON.parse(await kubectl("get", "persistentvolumeclaims", "-l", selector, "-o", "json"));
    return new Map(items.map(({ metadata }: Named) => [metadata.name, metadata.uid] as const));
  }

  async function pods(): Promise<readonly Pod[]> {
    const selector = "compute.functionmesh.io/name=stored-work";
    return JSON.parse(await kubectl("get", "pods", "-l", selector, "-o", "json")).items;
  }
  const podUids = async (): Promise<readonly string[]> => (await pods()).map(({ metadata }) => metadata.uid);
  const usedClaims = async (): Promise<readonly string[]> =>
    (await pods())
      .flatMap(({ spec }) => spec.volumes.flatMap((each) => each.persistentVolumeClaim?.claimName ?? []))
      .filter((name) => name.startsWith("work-"))
      .sort();

  /** Where the member's subscription stands: one that was made anew would stand elsewhere. */
  async function subscription(): Promise<unknown> {
    const { body } = await admin(broker.adminUrl, "/persistent/public/default/stored-in/internalStats");
    const cursors: unknown = typeof body === "object" && body !== null ? Reflect.get(body, "cursors") : undefined;
    return typeof cursors === "object" && cursors !== null ? Object.entries(cursors) : undefined;
  }

  const program = (work: Properties, { other = {} }: { readonly other?: Properties } = {}) =>
    meshProject("stored", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { rollout: simulatedRollout },
      topics: { "stored-in": {} },
      functions: {
        work: imageFunction("stored-in", undefined, work),
        other: imageFunction("stored-in", undefined, other),
      },
    });
});

interface Named {
  readonly metadata: { readonly name: string; readonly uid: string };
}

interface Pod extends Named {
  readonly spec: { readonly volumes: readonly { readonly persistentVolumeClaim?: { readonly claimName: string } }[] };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("did not come about");
}
