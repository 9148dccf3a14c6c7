import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { autoscalerRemoval } from "../../../../provider/pulumi/resources/autoscaler-removal";

const given = {
  member: "functions.score",
  kubernetesNamespace: "mesh",
  statefulSet: "orders-score",
  service: "orders-score",
};
const inputs = { ...given, kubeconfig: "{}" };
const state = { inputs, outputs: given };

function context() {
  const warnings: string[] = [];
  const log = (_severity: string, message: string): void => void warnings.push(message);
  const admin = createAdminClient({ adminUrl: "http://127.0.0.1:9" });
  return { admin, urn: "", preview: false, signal: new AbortController().signal, log, warnings };
}

const kubeconfig = (server: string): string =>
  JSON.stringify({
    clusters: [{ name: "away", cluster: { server } }],
    users: [{ name: "nobody", user: {} }],
    contexts: [{ name: "away", context: { cluster: "away", user: "nobody" } }],
    "current-context": "away",
  });

describe("autoscaler removal", () => {
  it("does nothing while the autoscaler stands, and keeps no secret among its outputs", async () => {
    assert.deepEqual(autoscalerRemoval.diff(inputs, { ...inputs, kubeconfig: "b", statefulSet: "b" }).changes, []);
    const id = "mesh/orders-score";
    assert.deepEqual(await autoscalerRemoval.create(inputs, context()), { id, outputs: given });
    assert.deepEqual(await autoscalerRemoval.update(id, state, inputs, context()), given);
    assert.deepEqual(await autoscalerRemoval.read(id, state, context()), { id, ...state });
  });

  it("leaves the number where the cluster is away or the kubeconfig cannot be read, and says so", async () => {
    for (const [text, reason] of [
      [kubeconfig("https://127.0.0.1:9"), "https:"],
      ["{}", "the kubeconfig "],
    ] as const) {
      const looked = context();
      await autoscalerRemoval.delete(
        "mesh/orders-score",
        { inputs: { ...inputs, kubeconfig: text }, outputs: given },
        looked,
      );
      const [warning = ""] = looked.warnings;
      assert.match(warning, new RegExp(`^functions\\.score: .* its number of instances is left as it is: ${reason}`));
      assert.match(warning, /run "kubectl scale statefulset orders-score -n mesh --replicas=<number>"\.$/);
    }
  });

  it("cannot be imported", async () => {
    await assert.rejects(autoscalerRemoval.read("mesh/a", { inputs: {}, outputs: {} }, context()), /import/);
  });
});
