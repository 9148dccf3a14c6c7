import assert from "node:assert/strict";
import { sharedClusters } from "../../../../provider/model/operator/shared-clusters";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { sampleMesh, sink } from "../../sample-mesh";

const planOf = (name: string, namespace: string, pulsar: string) =>
  planMesh(
    name,
    sampleMesh({
      pulsar: { [pulsar]: { adminUrl: `http://${pulsar}`, serviceUrl: `pulsar://${pulsar}` } },
      kubernetes: { here: { namespace } },
      sinks: { s: sink() },
    }),
  ).plan;
const home = { name: "orders", kubernetesNamespace: "default" };

describe("sharedClusters", () => {
  it("has none without manifests", () => assert.equal(sharedClusters([], home), undefined));

  it("leaves those of one Kubernetes namespace as they are", () => {
    const plan = planOf("orders-shop", "shop", "east");
    assert.equal(sharedClusters([plan], home), plan);
  });

  it("has each cluster of several once, under the file's name", () => {
    const plans = [planOf("orders-a", "a", "east"), planOf("orders-b", "b", "east"), planOf("orders-c", "c", "west")];
    const shared = sharedClusters(plans, home);
    assert.deepEqual(
      shared?.pulsarClusters.map(({ key, childName }) => [key, childName]),
      [
        ["east", "orders-east"],
        ["west", "orders-west"],
      ],
    );
    assert.deepEqual(
      shared?.kubernetesClusters.map(({ childName, kubernetesNamespace }) => [childName, kubernetesNamespace]),
      [["orders-here", "default"]],
    );
    assert.equal(shared?.members.length, 3);
  });
});
