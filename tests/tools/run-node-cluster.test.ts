import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { obtainImage } from "../../tools/obtain/images";
import { type NodeCluster, startNodeCluster } from "../../tools/run/node-cluster";
import { type PulsarServer, startPulsar } from "../../tools/run/pulsar";
import { changedSettings, eventually, kernelSettings, tracesOf, tracesOfNode } from "./run-traces";

/** A namespace under Pod Security "restricted" and a pod that keeps to it. */
const manifest = (image: string): string =>
  JSON.stringify({
    apiVersion: "v1",
    kind: "List",
    items: [
      {
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name: "work", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
      },
      {
        apiVersion: "v1",
        kind: "Pod",
        metadata: { name: "pod", namespace: "work", labels: { app: "pod" } },
        spec: {
          terminationGracePeriodSeconds: 0,
          hostname: "pod",
          subdomain: "pods",
          securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: "RuntimeDefault" } },
          containers: [
            {
              name: "c",
              image,
              securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } },
            },
          ],
        },
      },
      {
        apiVersion: "v1",
        kind: "Service",
        metadata: { name: "pods", namespace: "work" },
        spec: { clusterIP: "None", selector: { app: "pod" } },
      },
    ],
  });

describe("tools/run cluster with a real node", function () {
  this.timeout(120_000);
  const directories = [1, 2].map(() => mkdtempSync(join(tmpdir(), "fm-test-")));
  const [nodeDirectory = "", pulsarDirectory = ""] = directories;
  let settings: ReadonlyMap<string, string>;
  let cluster: NodeCluster;
  let pulsar: PulsarServer;

  const inPod = (script: string): Promise<string> =>
    cluster.kubectl("exec", "--namespace=work", "pod", "--", "sh", "-c", script);

  before(async function () {
    if (process.platform !== "linux" || process.getuid?.() !== 0) this.skip();
    settings = kernelSettings();
    cluster = await startNodeCluster({ name: "real", directory: nodeDirectory });
    pulsar = await startPulsar({ clusterName: "real", directory: pulsarDirectory, network: cluster });
  });

  after(async () => {
    await pulsar?.stop();
    await cluster?.stop();
  });

  it("runs a pod under Pod Security restricted", async () => {
    const image = await obtainImage("pause");
    await cluster.importImage(image.tar);
    writeFileSync(join(nodeDirectory, "manifest.json"), manifest(image.name));
    await eventually(
      () => cluster.kubectl("apply", "-f", join(nodeDirectory, "manifest.json")).catch(String),
      (text) => !text.startsWith("Error"), // the namespace's service account is made a moment later
    );
    await cluster.kubectl("wait", "--namespace=work", "--for=condition=Ready", "pod/pod", "--timeout=30s");
    assert.equal((await inPod("id -u")).trim(), "10001");
  });

  it("lets the pod reach Pulsar at the node's address, and us too", async () => {
    const { hostname, port } = new URL(pulsar.adminUrl);
    assert.equal(hostname, cluster.address);
    const answer = await inPod(`printf 'GET /admin/v2/clusters HTTP/1.0\\r\\n\\r\\n' | nc ${hostname} ${port}`);
    assert.match(answer, /\["real"\]/);
    const fromHere = await fetch(`${pulsar.adminUrl}/admin/v2/clusters`);
    assert.deepEqual(await fromHere.json(), ["real"]);
  });

  it("resolves the names of pods and the address of the API's Service", async () => {
    const address = await cluster.kubectl("get", "--namespace=work", "pod", "pod", "-o", "jsonpath={.status.podIP}");
    await eventually(
      () => inPod("nslookup pod.pods.work.svc.cluster.local 2>&1 || true"),
      (text) => text.includes(address),
    );
    assert.match(await inPod("nc -w 5 kubernetes.default.svc.cluster.local 443 </dev/null && echo open"), /open/);
  });

  it("has no way out", () => {
    const [command = "", ...args] = cluster.inNetwork(["ip", "route", "get", "198.51.100.1"]);
    assert.throws(() => execFileSync(command, args, { stdio: "pipe" }), /unreachable/);
  });

  it("leaves the kernel of the machine alone", () => {
    assert.deepEqual(changedSettings(settings), []);
  });

  it("leaves nothing when stopped", async () => {
    assert.notDeepEqual(tracesOfNode(cluster.index), []);
    await pulsar.stop();
    await cluster.stop();
    assert.deepEqual([...tracesOfNode(cluster.index), ...directories.flatMap(tracesOf)], []);
    assert.deepEqual(changedSettings(settings), []);
  });
});
