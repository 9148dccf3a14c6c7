import assert from "node:assert/strict";
import { changeLine, changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf } from "../../../../provider/model/changes/mesh-facts";
import { planConfigFile } from "../../../../provider/model/operator/plan-config-file";
import { toldConfigFile } from "../../../../provider/model/operator/told-config-file";
import type { MeshPlan } from "../../../../provider/model/plan";
import { topologyOf } from "../../../../provider/model/topology";

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

interface Reader {
  readonly cleans?: boolean;
  readonly annotations?: string;
  readonly namespace?: string;
}

const functionNamed = (name: string, { cleans, annotations = "{}", namespace }: Reader = {}): string => `
apiVersion: compute.functionmesh.io/v1alpha1
kind: Function
metadata: { name: ${name}, annotations: ${annotations}${namespace === undefined ? "" : `, namespace: ${namespace}`} }
spec:
  image: a:1
  className: com.acme.Enrich
  input: { topics: [persistent://public/default/in] }
  output: { topic: persistent://public/default/out }${cleans === undefined ? "" : `\n  cleanupSubscription: ${cleans}`}
  replicas: 1
  resources: { requests: { cpu: 100m, memory: 256Mi }, limits: { memory: 512Mi } }
  java: { jar: /pulsar/enrich.jar }
  pulsar: { pulsarConfig: east-pulsar }
`;

const toldIn = (kubernetesNamespace: string, texts: readonly string[]) => {
  const planned = planConfigFile(
    "orders",
    texts.map((text) => ({ text })),
    {
      pulsar: { east: { adminUrl: "http://127.0.0.1:8080" } },
      kubernetes: { here: { namespace: kubernetesNamespace } },
    },
  );
  return toldConfigFile(planned, { name: "orders", kubernetesNamespace });
};

const told = (...texts: readonly string[]) => toldIn("default", texts);

const meshOf = (...texts: readonly string[]) => {
  const plan = told(...texts);
  assert.ok(plan !== undefined);
  return plan;
};

const changesOf = (before: MeshPlan, after: MeshPlan) => changesBetween(factsOf(before), factsOf(after));

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

  const ends: readonly (readonly [string, Reader, RegExp])[] = [
    ["that its manifest cleans up", { cleans: true }, /subscription public\/default\/f goes with it/],
    ["that nothing is said of", {}, /subscription public\/default\/f stays$/],
    ["that its manifest leaves", { cleans: false }, /subscription public\/default\/f stays$/],
    [
      "whose clean-up an annotation forbids",
      { cleans: true, annotations: '{ compute.functionmesh.io/need-cleanup: "false" }' },
      /subscription public\/default\/f stays$/,
    ],
  ];
  for (const [name, reader, text] of ends)
    it(`says what becomes of a subscription ${name}`, () => {
      const changes = changesOf(meshOf(functionNamed("f", reader), functionNamed("g")), meshOf(functionNamed("g")));
      assert.deepEqual(
        changes.map(({ kind }) => kind),
        ["memberRemoved"],
      );
      assert.match(changes[0]?.text ?? "", text);
    });

  it("moves no component when others join it, or the Kubernetes namespace is another for those that name none", () => {
    const one = functionNamed("f", { namespace: "b" });
    const [alone, joined, moved] = [
      toldIn("a", [one]),
      toldIn("a", [one, functionNamed("g", { namespace: "a" })]),
      toldIn("c", [one]),
    ];
    assert.ok(alone !== undefined && joined !== undefined && moved !== undefined);
    assert.deepEqual(
      changesOf(alone, joined).map(({ kind }) => kind),
      ["memberAdded"],
    );
    assert.deepEqual(changesOf(alone, moved), []);
  });

  it("says that a component gets another Kubernetes namespace", () => {
    const [before, after] = [toldIn("a", [functionNamed("f")]), toldIn("c", [functionNamed("f")])];
    assert.ok(before !== undefined && after !== undefined);
    assert.deepEqual(changesOf(before, after).map(changeLine), [
      "function/f: f moves to another Kubernetes namespace: its workload is made there, and deleted where it was",
    ]);
  });

  it("is nothing where a file has no component", () => {
    assert.equal(told("apiVersion: v1\nkind: ConfigMap\nmetadata: { name: c }\n"), undefined);
  });
});
