import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { eventually } from "../tools/run-traces";
import { imageFunction, kubernetesEntry, meshProject, pulsarEntry, simulatedRollout } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

type Properties = Readonly<Record<string, unknown>>;

const stored = (storage: string, more: Properties = {}): Properties => ({
  volumeClaimTemplates: [
    { metadata: { name: "data" }, spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage } } } },
  ],
  volumeMounts: [{ name: "data", mountPath: "/stored-data" }],
  ...more,
});

const deleted = { persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" } };

const object = (kind: string, apiVersion: string, name: string, spec: object): object => ({
  apiVersion,
  kind,
  metadata: { name },
  spec,
});

/** A workload is stopped without its volumes only where it is the member's own, and comes back whatever happens meanwhile. Counts as 30 tests. */
describe("a workload that is stopped for other volumes", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "stopped-volumes";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const hostPath = {
      capacity: { storage: "8Mi" },
      accessModes: ["ReadWriteOnce"],
      hostPath: { path: "/tmp/stopped" },
    };
    await apply(
      [0, 1, 2, 3, 4, 5].map((index) => object("PersistentVolume", "v1", `${kubernetesNamespace}-${index}`, hostPath)),
    );
    const members = { work: stored("1Mi", { ...deleted, replicas: 3 }), plain: {} };
    stack = await Stack.create({ language: "yaml", files: program(members), attach: true });
    await up(members);
  });
  after(() => stack.remove());

  it("keeps the volumes of instances that are not there just now", async () => {
    const kept = await claims();
    assert.deepEqual([...kept.keys()], ["data-stopped-work-0", "data-stopped-work-1", "data-stopped-work-2"]);
    await up({ work: stored("1Mi", { ...deleted, replicas: 1 }), plain: {} });
    await eventually(
      () => kubectl("get", "pods", "-o", "name"),
      (names) => !names.includes("stopped-work-1") && !names.includes("stopped-work-2"),
    );
    await up({ work: stored("2Mi", { ...deleted, replicas: 1 }), plain: {} });
    await stays(kept);
    await up({ work: stored("2Mi", { replicas: 1 }), plain: {} });
    await up({ work: stored("3Mi", { replicas: 1 }), plain: {} });
    await stays(kept);
  });

  it("is not stopped while it does not say whose it is, and no volume goes", async () => {
    const members = { work: stored("3Mi", { ...deleted, replicas: 1 }), plain: {} };
    await up(members);
    const [kept, workload, owner] = [await claims(), await uid("stopped-work"), await ownerOf("stopped-work")];
    await kubectl("annotate", "statefulset", "stopped-work", "compute.functionmesh.io/owner-");
    const changed = { ...members, work: stored("4Mi", { ...deleted, replicas: 1 }) };
    await refused(changed, /functions\.work gets other volumeClaimTemplates.* run "pulumi up" once without/);
    assert.equal(await uid("stopped-work"), workload);
    await kubectl("annotate", "statefulset", "stopped-work", `compute.functionmesh.io/owner=${owner}`);
    await up(changed);
    await stays(kept);
  });

  it("is somebody else's, and left alone", async () => {
    const foreign = { labels: { app: "foreign" } };
    const pod = { metadata: foreign, spec: { containers: [{ name: "main", image: "example/foreign:1" }] } };
    await apply([
      object("StatefulSet", "apps/v1", "stopped-taken", {
        serviceName: "foreign",
        selector: { matchLabels: foreign.labels },
        template: pod,
      }),
    ]);
    const workload = await uid("stopped-taken");
    for (const storage of ["1Mi", "2Mi"]) {
      stack.write(program({ work: stored("4Mi", { ...deleted, replicas: 1 }), plain: {}, taken: stored(storage) }));
      const says = /functions\.taken: .* has a StatefulSet stopped-taken of somebody else/;
      const [previewed, failed] = [await stack.preview(), await stack.up()];
      // What is there may still go before the update.
      assert.deepEqual([previewed.code === 0, failed.code === 0], [true, false]);
      for (const { output } of [previewed, failed]) assert.match(output, says);
    }
    assert.equal(await uid("stopped-taken"), workload);
    await kubectl("delete", "statefulset", "stopped-taken");
    await up({ work: stored("4Mi", { ...deleted, replicas: 1 }), plain: {} });
  });

  it("comes back with its volumes when the change is taken back after it was stopped", async () => {
    const kept = await claims();
    const workload = await uid("stopped-work");
    const held = ["stopped-work-0", "stopped-plain-0"];
    for (const pod of held) await hold(pod, ["fm.test/hold"]);
    stack.write(program({ work: stored("5Mi", { ...deleted, replicas: 1 }), plain: stored("1Mi") }));
    const stopped = await stack.up();
    assert.notEqual(stopped.code, 0);
    assert.match(stopped.output, /functions\.work: instances of stopped-work are ending after 90 s\. Its volumes stay/);
    for (const pod of held) await hold(pod, null);
    await eventually(
      () => kubectl("get", "statefulsets", "-o", "name"),
      (names) => !/stopped-(work|plain)/.test(names),
    );

    const members = { work: stored("4Mi", { ...deleted, replicas: 1 }), plain: {} };
    stack.write(program(members));
    const taken = await stack.up();
    assert.notEqual(taken.code, 0);
    assert.match(taken.output, /functions\.plain was stopped to be made anew.* Run "pulumi up --refresh"/);
    assert.notEqual(await uid("stopped-work"), workload);
    await stays(kept);
    await up(members, "--refresh");
    assert.match(await uid("stopped-plain"), /-/);
    const again = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  it("goes with its volumes when the member goes, where that is its policy", async () => {
    const result = await stack.destroy();
    assert.equal(result.code, 0, result.output);
    await eventually(claims, (left) => !left.has("data-stopped-work-0"));
  });

  const kubectl = (...args: readonly string[]): Promise<string> => cluster.kubectl("-n", kubernetesNamespace, ...args);

  const uid = (name: string): Promise<string> => kubectl("get", "statefulset", name, "-o", "jsonpath={.metadata.uid}");

  const ownerOf = (name: string): Promise<string> =>
    kubectl("get", "statefulset", name, "-o", "jsonpath={.metadata.annotations.compute\\.functionmesh\\.io/owner}");

  const hold = (pod: string, finalizers: readonly string[] | null): Promise<string> =>
    kubectl("patch", "pod", pod, "--type=merge", "-p", JSON.stringify({ metadata: { finalizers } }));

  /** UIDs of the claims of the member `work` that are not being deleted, by their names. */
  async function claims(): Promise<ReadonlyMap<string, string>> {
    const listed = await kubectl("get", "persistentvolumeclaims", "-o", "json");
    const items: readonly Claim[] = JSON.parse(listed).items;
    const staying = items.filter(
      ({ metadata }) => metadata.name.includes("-work-") && metadata.deletionTimestamp === undefined,
    );
    return new Map(staying.map(({ metadata }) => [metadata.name, metadata.uid] as const));
  }

  /** Nothing takes a claim away in the seconds that follow either: the garbage collector comes later. */
  async function stays(kept: ReadonlyMap<string, string>): Promise<void> {
    for (let looks = 0; looks < 4; looks += 1) {
      const now = await claims();
      for (const [name, claim] of kept) assert.equal(now.get(name), claim, name);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }

  async function apply(items: readonly object[]): Promise<void> {
    const file = `${cluster.kubeconfig}.${kubernetesNamespace}.json`;
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await kubectl("apply", "-f", file);
  }

  async function up(members: Readonly<Record<string, Properties>>, ...args: readonly string[]): Promise<void> {
    stack.write(program(members));
    const result = await stack.up(...args);
    assert.equal(result.code, 0, result.output);
  }

  /** A preview says so as well. */
  async function refused(members: Readonly<Record<string, Properties>>, says: RegExp): Promise<void> {
    stack.write(program(members));
    for (const result of [await stack.preview(), await stack.up()]) {
      assert.notEqual(result.code, 0);
      assert.match(result.output, says);
    }
  }

  const program = (members: Readonly<Record<string, Properties>>) =>
    meshProject("stopped", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, kubernetesNamespace) },
      defaults: { rollout: simulatedRollout },
      topics: { "stopped-in": {} },
      functions: Object.fromEntries(
        Object.entries(members).map(([name, more]) => [name, imageFunction("stopped-in", undefined, more)]),
      ),
    });
});

interface Claim {
  readonly metadata: { readonly name: string; readonly uid: string; readonly deletionTimestamp?: string };
}
