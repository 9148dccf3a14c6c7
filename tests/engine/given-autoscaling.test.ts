import assert from "node:assert/strict";
import { eventually } from "../tools/run-traces";
import { kubernetes, pulsar } from "./harness/servers";
import { Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/**
 * Where the program hands over a kubernetes provider, the manifest states no number for a member with an autoscaler, not even to begin
 * with: older plugins would bring it back with each later change of the workload, whatever the engine is told to ignore.
 */
describe("a member with an autoscaler on a given kubernetes provider", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;
  const kubernetesNamespace = "given-autoscaling";

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    await cluster.kubectl("create", "namespace", kubernetesNamespace);
    const files = { "Pulumi.yaml": { name: "given", runtime: "nodejs", main: "index.js" }, "package.json": {} };
    stack = await Stack.create({ language: "nodejs", files: { ...files, ...program("a") }, attach: true });
    await up("a");
  });
  after(async () => {
    const result = await stack.destroy();
    await stack.remove();
    assert.equal(result.code, 0, result.output);
  });

  it("is brought to its least number by its autoscaler", async () => {
    assert.equal(await eventually(replicas, (count) => count !== "1", 60), "2");
  });

  it("keeps the number that the autoscaler has come to, whatever else changes", async () => {
    await cluster.kubectl("-n", kubernetesNamespace, "scale", "statefulset", "given-work", "--replicas=4");
    await up("b");
    assert.equal(await replicas(), "4");
    const again = await stack.up("--expect-no-changes");
    assert.equal(again.code, 0, again.output);
  });

  async function up(note: string): Promise<void> {
    stack.write(program(note));
    const result = await stack.up();
    assert.equal(result.code, 0, result.output);
  }

  const replicas = (): Promise<string> =>
    cluster.kubectl("-n", kubernetesNamespace, "get", "statefulset", "given-work", "-o", "jsonpath={.spec.replicas}");

  const program = (note: string) => ({
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
      className: "work.Work", python: { py: "/work/work.py" }, image: "example/runner:1", input: { topics: ["autoscaled-in"] },
      autoscaling: { minReplicas: 2, maxReplicas: 5, cpu: 70 },
      pod: { annotations: { note: "${note}" } },
    },
  },
}, { providers: [own] });
`,
  });
});
