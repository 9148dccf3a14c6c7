import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { volumes } from "../../../../provider/pulumi/resources/volumes";

const given = {
  member: "functions.score",
  kubernetesNamespace: "mesh",
  statefulSet: "orders-score",
  owner: "a",
  volumeClaimTemplates: [{ metadata: { name: "work" } }],
};
const inputs = { ...given, kubeconfig: "{}" };
const untouched = { ...given, predecessor: "" };

const context = (preview: boolean) => ({
  admin: createAdminClient({ adminUrl: "http://127.0.0.1:9" }),
  urn: "",
  preview,
  signal: new AbortController().signal,
  log: () => undefined,
});

describe("volumes", () => {
  for (const { name, change, want } of [
    { name: "other templates", change: { volumeClaimTemplates: [] }, want: ["volumeClaimTemplates"] },
    { name: "another StatefulSet", change: { statefulSet: "b" }, want: ["statefulSet"] },
    { name: "another Kubernetes namespace", change: { kubernetesNamespace: "b" }, want: ["kubernetesNamespace"] },
    { name: "another cluster", change: { clusterUid: "b" }, want: ["clusterUid"] },
    { name: "nothing but the way there", change: { kubeconfig: "b", owner: "b", deleteWaitSeconds: 5 }, want: [] },
  ]) {
    it(`have something to do for ${name}`, () =>
      assert.deepEqual(
        volumes.diff(inputs, { ...inputs, ...change }).changes.map(({ path }) => path),
        want,
      ));
  }

  it("say what is known at preview where the cluster cannot be asked", async () => {
    const created = await volumes.create(inputs, context(true));
    assert.deepEqual(created, { id: "mesh/orders-score", outputs: untouched });
    const outputs = { ...given, predecessor: "uid" };
    assert.deepEqual(await volumes.update(created.id, { inputs, outputs }, inputs, context(true)), outputs);
  });

  it("fail where the cluster cannot be asked", async () => {
    await assert.rejects(volumes.create(inputs, context(false)), /the kubeconfig/);
  });

  it("leave it to the kubernetes plugin where they have no kubeconfig", async () => {
    assert.deepEqual((await volumes.create(given, context(false))).outputs, untouched);
  });

  it("cannot be imported", async () => {
    await assert.rejects(volumes.read("mesh/a", { inputs: {}, outputs: {} }, context(false)), /import/);
  });
});
