import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ControlPlane, startControlPlane } from "../../tools/run/control-plane";
import { eventually, tracesOf } from "./run-traces";

const statefulSet = (annotations: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: "work", namespace: "default" },
    spec: {
      replicas: 2,
      selector: { matchLabels: { app: "work" } },
      template: {
        metadata: { labels: { app: "work" }, annotations },
        spec: {
          containers: [{ name: "c", image: "none", resources: { requests: { cpu: "100m", memory: "64Mi" } } }],
        },
      },
    },
  });

describe("tools/run control planes", function () {
  this.timeout(90_000);
  const directories = [1, 2].map(() => mkdtempSync(join(tmpdir(), "fm-test-")));
  let clusters: readonly ControlPlane[] = [];

  const apply = async (cluster: ControlPlane, manifest: string): Promise<void> => {
    const file = join(cluster.kubeconfig, "..", "manifest.json");
    writeFileSync(file, manifest);
    await cluster.kubectl("apply", "-f", file);
  };
  const ready = (cluster: ControlPlane): Promise<string> =>
    cluster.kubectl("get", "statefulset", "work", "-o", "jsonpath={.status.readyReplicas}");

  before(async () => {
    clusters = await Promise.all(
      directories.map((directory, index) =>
        startControlPlane({ name: `cluster${index}`, directory, nodes: 2, metrics: index === 0 }),
      ),
    );
  });

  after(async () => {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
  });

  it("are two clusters, each with its own nodes and a kubeconfig that stands alone", async () => {
    const uids = clusters.map((cluster) =>
      cluster.kubectl("get", "ns", "kube-system", "-o", "jsonpath={.metadata.uid}"),
    );
    const [first, second] = await Promise.all(uids);
    assert.notEqual(first, second);
    for (const cluster of clusters) {
      assert.equal(await cluster.kubectl("get", "nodes", "-o", "name"), "node/kwok-0\nnode/kwok-1\n");
      assert.match(cluster.kubeconfigText, /certificate-authority-data: .*client-certificate-data: /s);
      assert.ok(cluster.kubeconfigText.includes(cluster.server));
    }
  });

  it("make the pods of a StatefulSet ready", async () => {
    for (const cluster of clusters) {
      await apply(cluster, statefulSet({ "fm.test/usage-cpu": "70m", "fm.test/usage-memory": "20Mi" }));
      await eventually(
        () => ready(cluster),
        (count) => count === "2",
      );
    }
  });

  it("delete a pod once, and not the next one of its name", async () => {
    const [, cluster] = clusters;
    assert.ok(cluster);
    const pods = (): Promise<string> => cluster.kubectl("get", "pods", "-o", "jsonpath={.items[*].metadata.uid}");
    const before = (await pods()).split(" ");
    await cluster.kubectl("delete", "pods", "-l", "app=work");
    await eventually(pods, (uids) => uids.split(" ").filter((uid) => !before.includes(uid)).length === 2);
    await eventually(
      () => ready(cluster),
      (count) => count === "2",
    );
    const log = readFileSync(join(cluster.kubeconfig, "..", "log", "kwok.log"), "utf8").split("\n");
    assert.equal(log.filter((line) => line.includes('"Delete pod"')).length, 2);
    assert.deepEqual(
      log.filter((line) => line.includes('"stage":"pod-delete"')),
      [],
    );
  });

  it("serve the usage that pods state, where metrics are wanted", async () => {
    const [cluster] = clusters;
    assert.ok(cluster);
    const line = /work-0\s+70m\s+20Mi/;
    await eventually(
      () => cluster.kubectl("top", "pods").catch(String),
      (text) => line.test(text),
    );
  });

  it("let pods fail as their annotation says, and recover", async () => {
    const [cluster] = clusters;
    assert.ok(cluster);
    await apply(cluster, statefulSet({ "fm.test/fail": "ImagePullBackOff" }));
    const reason = "jsonpath={.status.containerStatuses[0].state.waiting.reason}";
    await eventually(
      () => cluster.kubectl("get", "pod", "work-1", "-o", reason).catch(() => ""),
      (text) => text === "ImagePullBackOff",
    );
    await cluster.kubectl("annotate", "pod", "work-1", "fm.test/fail-");
    await eventually(
      () => cluster.kubectl("get", "pod", "work-1", "-o", "jsonpath={.status.containerStatuses[0].ready}"),
      (text) => text === "true",
    );
  });

  it("quote the log when they cannot start", async () => {
    const [cluster] = clusters;
    assert.ok(cluster);
    const directory = mkdtempSync(join(tmpdir(), "fm-test-"));
    const port = Number(new URL(cluster.server).port);
    await assert.rejects(
      startControlPlane({ name: "late", directory, port }),
      /late: control-plane ended.*address already in use/s,
    );
    assert.deepEqual(tracesOf(directory), []);
  });

  it("leave nothing when stopped", async () => {
    await Promise.all(clusters.map((cluster) => cluster.stop()));
    assert.deepEqual(directories.flatMap(tracesOf), []);
  });
});
