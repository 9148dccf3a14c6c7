import assert from "node:assert/strict";
import { objectLabels, podLabels, selectorLabels, unawaitedMetadata } from "../../../provider/kubernetes/labels";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const labels = {
  team: "retail",
  component: "mine",
  "app.kubernetes.io/part-of": "mine",
  "compute.functionmesh.io/name": "mine",
};
const target = onlyPlace(sampleMesh({ functions: { f: javaFunction({ pod: { labels } }) } }));

describe("labels", () => {
  it("lets the user label pods as he likes, and the selector match", () => {
    const want = { ...objectLabels(target), ...labels, ...selectorLabels(target) };
    assert.deepEqual(podLabels(target), want);
  });

  it("selects a member of an operator manifest by the name it has there", () => {
    const pulsar = { configMap: "pulsar" };
    const member = { ...target.member, origin: { componentName: "enrich", clusterName: "kubernetes", pulsar } };
    assert.equal(selectorLabels({ ...target, member })["compute.functionmesh.io/name"], "enrich");
  });

  it("says nothing of Pulumi where objects are for others to apply", () => {
    const metadata = unawaitedMetadata({ ...target, manager: "function-mesh" }, "x");
    assert.equal(metadata.annotations, undefined);
    assert.equal(metadata.labels["app.kubernetes.io/managed-by"], "function-mesh");
    assert.deepEqual(unawaitedMetadata(target, "x").annotations, { "pulumi.com/skipAwait": "true" });
  });
});
