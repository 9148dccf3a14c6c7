import assert from "node:assert/strict";
import { objectLabels, podLabels, selectorLabels, unawaitedMetadata } from "../../../provider/kubernetes/labels";
import { onlyPlace } from "../rendered-objects";
import type { MemberPlan } from "../../../provider/model/plan";
import { javaFunction, sampleMesh, sink } from "../sample-mesh";

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

  it("has the operator's labels on pods of a manifest, for whoever finds them by these", () => {
    const origin = { componentName: "enrich", clusterName: "kubernetes", pulsar: { configMap: "pulsar" } };
    const of = (pod: MemberPlan["pod"], kind: "function" | "sink" = "function") => {
      const spec = kind === "function" ? { functions: { f: javaFunction() } } : { sinks: { f: sink() } };
      const plain = onlyPlace(sampleMesh(spec));
      return podLabels({ ...plain, member: { ...plain.member, origin, pod } });
    };
    const want = { component: "function", name: "enrich", namespace: "streaming", app: "function-mesh" };
    const labelled = of({});
    assert.deepEqual({ ...labelled, ...want, "compute.functionmesh.io/app": "function-mesh" }, labelled);
    assert.deepEqual([of({}, "sink")["app"], of({}, "sink")["component"]], [undefined, "sink"]);
    assert.equal(of({ labels: { app: "mine" } })["app"], "mine");
    assert.equal(podLabels(target)["namespace"], undefined);
  });

  it("says nothing of Pulumi where objects are for others to apply", () => {
    const metadata = unawaitedMetadata({ ...target, manager: "function-mesh" }, "x");
    assert.equal(metadata.annotations, undefined);
    assert.equal(metadata.labels["app.kubernetes.io/managed-by"], "function-mesh");
    assert.deepEqual(unawaitedMetadata(target, "x").annotations, { "pulumi.com/skipAwait": "true" });
  });
});
