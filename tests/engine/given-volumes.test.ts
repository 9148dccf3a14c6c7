import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** Where the program hands over a kubernetes provider, nobody but its plugin can stop a workload, and that takes volumes along. */
describe("a member with volumes on a given kubernetes provider", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "given-volumes";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const file = `${cluster.kubeconfig}.${kubernetesNamespace}.json`;
    const items = [0, 1].map((index) => volume(`${kubernetesNamespace}-${index}`));
    writeFileSync(file, JSON.stringify({ apiVersion: "v1", kind: "List", items }));
    await cluster.kubectl("apply", "-f", file);
    const files = { "Pulumi.yaml": { name: "given", runtime: "nodejs", main: "index.js" }, "package.json": {} };
    stack = await Stack.create({
      language: "nodejs",
      files: { ...files, ...program("1Mi", "Delete", 2) },
      attach: true,
    });
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("is not made anew as long as its volumes would go with it, and says what to do", async () => {
    for (const policy of ["Delete", "Retain"]) {
      stack.write(program("2Mi", policy));
      const previewed = await stack.preview();
      assert.notEqual(previewed.code, 0);
      assert.match(previewed.output, /functions\.work gets other volumeClaimTemplates: .*First set that to "Retain"/);
    }
  });

  it("is not moved from a provider to a kubeconfig either", async () => {
    const entry = `{ kubeconfig: "${cluster.kubeconfig}", namespace: "${kubernetesNamespace}" }`;
    stack.write(program("1Mi", "Delete", 2, entry));
    const previewed = await stack.preview();
    assert.notEqual(previewed.code, 0);
    assert.match(previewed.output, /functions\.work comes to its cluster by a kubeconfig in place of a provider: /);
  });

  it("is made anew in the steps that it says, with the volumes of all its instances", async () => {
    const names = ["data-given-work-0", "data-given-work-1"];
    const uids = (): Promise<readonly string[]> => Promise.all(names.map((name) => uid("persistentvolumeclaim", name)));
    const [kept, workload] = [await uids(), await uid("statefulset", "given-work")];
    await up("1Mi", "Delete");
    await up("1Mi", "Retain");
    const patch = ["--type=merge", "-p", '{"metadata":{"ownerReferences":null}}'];
    for (const name of names)
      await cluster.kubectl("-n", kubernetesNamespace, "patch", "persistentvolumeclaim", name, ...patch);
    await up("2Mi", "Retain");
    assert.notEqual(await uid("statefulset", "given-work"), workload);
    assert.deepEqual(await uids(), kept);
  });

  async function up(storage: string, whenDeleted: string): Promise<void> {
    stack.write(program(storage, whenDeleted));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  }

  const uid = (kind: string, name: string): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", kind, name, "-o", "jsonpath={.metadata.uid}");

  const given = `{ namespace: "${kubernetesNamespace}" }`;

  const program = (storage: string, whenDeleted: string, replicas = 1, entry = given) => ({
    "index.js": `
const fs = require("node:fs");
const k8s = require("@pulumi/kubernetes");
const fm = require("pulumi-function-mesh");
const own = new k8s.Provider("own", { kubeconfig: fs.readFileSync("${cluster.kubeconfig}", "utf8") });
new fm.FunctionMesh("given", {
  pulsar: { east: { adminUrl: "${broker.adminUrl}", serviceUrl: "${broker.serviceUrl}" } },
  defaults: { rollout: { attachment: false, timeoutSeconds: 60 } },
  kubernetes: { east: ${entry} },
  functions: {
    work: {
      className: "work.Work", python: { py: "/work/work.py" }, image: "example/runner:1", input: { topics: ["given-in"] },
      replicas: ${replicas},
      volumeClaimTemplates: [{
        metadata: { name: "data" },
        spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "${storage}" } } },
      }],
      volumeMounts: [{ name: "data", mountPath: "/data" }],
      persistentVolumeClaimRetentionPolicy: { whenDeleted: "${whenDeleted}" },
    },
  },
}, { providers: [own] });
`,
  });
});

/** Nobody makes volumes here, so that those to be claimed have to be there. */
const volume = (name: string): object => ({
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name },
  spec: { capacity: { storage: "8Mi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: `/tmp/${name}` } },
});
