import assert from "node:assert/strict";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf } from "../../../../provider/model/changes/mesh-facts";
import { planConfigFile } from "../../../../provider/model/operator/plan-config-file";
import { toldConfigFile } from "../../../../provider/model/operator/told-config-file";
import { topologyOf } from "../../../../provider/model/topology";

const home = { name: "orders", kubernetesNamespace: "default" };

const sinkIn = (namespace: string, image: string): string => `
apiVersion: compute.functionmesh.io/v1alpha1
kind: Sink
metadata: { name: store, namespace: ${namespace} }
spec:
  image: ${image}
  className: com.acme.Store
  input: { topics: [persistent://public/default/in] }
  cleanupSubscription: true
  replicas: 1
  resources: { requests: { cpu: 100m, memory: 256Mi }, limits: { memory: 512Mi } }
  java: { jar: /pulsar/store.nar }
  pulsar: { pulsarConfig: east-pulsar }
`;

const told = (...texts: readonly string[]) => {
  const planned = planConfigFile(
    "orders",
    texts.map((text) => ({ text })),
    { pulsar: { east: { adminUrl: "http://127.0.0.1:8080" } }, kubernetes: { here: {} } },
  );
  return toldConfigFile(planned, home);
};

const meshOf = (...texts: readonly string[]) => {
  const plan = told(...texts);
  assert.ok(plan !== undefined);
  return plan;
};

describe("toldConfigFile", () => {
  it("has what components read, and nobody owns it", () => {
    const { members, topics, edges } = topologyOf(meshOf(sinkIn("shop", "a:1")));
    assert.deepEqual(
      members.map(({ name }) => name),
      ["store"],
    );
    assert.deepEqual(
      factsOf(meshOf(sinkIn("shop", "a:1"))).topics.map(({ name, owned }) => [name, owned]),
      [["persistent://public/default/in", false]],
    );
    assert.equal(topics.length, 1);
    assert.deepEqual(edges, [
      { from: "persistent://public/default/in", to: "store", subscription: "public/default/store" },
    ]);
  });

  it("takes the components of several Kubernetes namespaces together, and tells them apart", () => {
    const { members, topics } = meshOf(sinkIn("shop", "a:1"), sinkIn("web", "a:1"));
    assert.equal(topics.length, 1);
    assert.equal(new Set(members.map(({ name }) => name)).size, 2);
  });

  it("says what another image of one of them means", () => {
    const [before, after] = ["a:1", "a:2"].map((image) => factsOf(meshOf(sinkIn("shop", image), sinkIn("web", "a:1"))));
    assert.ok(before !== undefined && after !== undefined);
    assert.deepEqual(
      changesBetween(before, after).map(({ path, effect }) => [path, effect]),
      [["sink/store.image", "roll"]],
    );
    assert.deepEqual(changesBetween(before, before), []);
  });

  it("is nothing where a file has no component", () => {
    assert.equal(told("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n"), undefined);
  });
});
