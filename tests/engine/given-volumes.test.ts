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
    writeFileSync(file, JSON.stringify(volume));
    await cluster.kubectl("apply", "-f", file);
    const files = { "Pulumi.yaml": { name: "given", runtime: "nodejs", main: "index.js" }, "package.json": {} };
    stack = await Stack.create({ language: "nodejs", files: { ...files, ...program("1Mi", "Delete") }, attach: true });
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

  it("is made anew in two steps, with its volumes", async () => {
    const [kept, workload] = [
      await uid("persistentvolumeclaim", "data-given-work-0"),
      await uid("statefulset", "given-work"),
    ];
    for (const storage of ["1Mi", "2Mi"]) {
      stack.write(program(storage, "Retain"));
      const result = await stack.up();
      assert.equal(result.code, 0, result.output);
    }
    assert.notEqual(await uid("statefulset", "given-work"), workload);
    assert.equal(await uid("persistentvolumeclaim", "data-given-work-0"), kept);
  });

  const uid = (kind: string, name: string): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", kind, name, "-o", "jsonpath={.metadata.uid}");

  const program = (storage: string, whenDeleted: string) => ({
    "index.js": `
const fs = require("node:fs");
const k8s = require("@pulumi/kubernetes");
const fm = require("pulumi-function-mesh");
const own = new k8s.Provider("own", { kubeconfig: fs.readFileSync("${cluster.kubeconfig}", "utf8") });
new fm.FunctionMesh("given", {
  pulsar: { east: { adminUrl: "${broker.adminUrl}", serviceUrl: "${broker.serviceUrl}" } },
  defaults: { rollout: { attachment: false, timeoutSeconds: 60 } },
  kubernetes: { east: { namespace: "${kubernetesNamespace}" } },
  functions: {
    work: {
      className: "work.Work", python: { py: "/work/work.py" }, image: "example/runner:1", input: { topics: ["given-in"] },
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

/** Nobody makes volumes here, so that the one to be claimed has to be there. */
const volume = {
  apiVersion: "v1",
  kind: "PersistentVolume",
  metadata: { name: "given-volumes" },
  spec: { capacity: { storage: "8Mi" }, accessModes: ["ReadWriteOnce"], hostPath: { path: "/tmp/given-volumes" } },
};
