import assert from "node:assert/strict";
import { planConfigFile } from "../../../../provider/model/operator/plan-config-file";
import type { ConfigFileSpec } from "../../../../provider/model/config-file";

const text = `
apiVersion: compute.functionmesh.io/v1alpha1
kind: Sink
metadata: { name: store }
spec:
  className: com.acme.Store
  input: { topics: [persistent://public/default/in] }
  sinkConfig: { table: t }
  cleanupSubscription: true
  resources: { requests: { cpu: 100m, memory: 256Mi }, limits: { memory: 512Mi } }
  java: { jar: /pulsar/store.nar }
  pulsar: { pulsarConfig: east-pulsar }
`;
const east = { adminUrl: "http://127.0.0.1:8080" };
const clusters: ConfigFileSpec = { pulsar: { east }, kubernetes: { here: { namespace: "shop" } } };

const rows: readonly { readonly name: string; readonly spec: ConfigFileSpec; readonly want: readonly string[] }[] = [
  { name: "nothing with one cluster of each", spec: clusters, want: [] },
  {
    name: "a ConfigMap that could mean one or the other",
    spec: { ...clusters, pulsar: { east, west: { adminUrl: "http://127.0.0.1:8081" } } },
    want: ["FM002 pulsarConfigs.east-pulsar"],
  },
  {
    name: "a cluster that is not there",
    spec: { ...clusters, pulsarConfigs: { "east-pulsar": "north" } },
    want: ["FM002 pulsarConfigs.east-pulsar"],
  },
  {
    name: "workloads that are to be replaced under their names",
    spec: { ...clusters, rollout: { replaceOnRoll: true } },
    want: ["FM037 rollout.replaceOnRoll"],
  },
  { name: "two clusters to be in", spec: { ...clusters, kubernetes: { a: {}, b: {} } }, want: ["FM002 kubernetes"] },
];

describe("planConfigFile", () => {
  for (const { name, spec, want } of rows) {
    it(`finds ${name}`, () => {
      const { problems } = planConfigFile("orders", [{ text }], spec);
      assert.deepEqual(
        problems.map(({ code, path }) => `${code} ${path}`),
        want,
      );
    });
  }
  it("plans workloads alone: what is named in Pulsar is not taken over", () => {
    const { plans, cleanups } = planConfigFile("orders", [{ text }], { ...clusters, rollout: { timeoutSeconds: 7 } });
    const [plan] = plans;
    assert.deepEqual([plan?.topics, plan?.namespaces, plan?.tenants], [[], [], []]);
    const [member] = plan?.members ?? [];
    assert.deepEqual([member?.subscriptions, member?.rollout], [[], { timeoutSeconds: 7 }]);
    assert.deepEqual(
      member?.places.map(({ objectName, pulsarCluster, kubernetesNamespace }) => [
        objectName,
        pulsarCluster,
        kubernetesNamespace,
      ]),
      [["store-sink", "east", "shop"]],
    );
    assert.deepEqual(
      cleanups.map(({ subscription }) => subscription),
      ["public/default/store"],
    );
  });
  it("says where the text is no YAML, and which of several documents is wrong", () => {
    assert.match(
      planConfigFile("orders", [{ text: "a: [" }], clusters).problems[0]?.path ?? "",
      /^line 1, column \d+$/,
    );
    const two = `${text}---${text.replace("name: store", "name: other").replace("className: com.acme.Store", "className: ''")}`;
    assert.deepEqual(
      planConfigFile("orders", [{ text: two }], clusters).problems.map(({ path }) => path),
      ["document 2, spec.className"],
    );
  });
  it("takes several files together, and says which of them is wrong", () => {
    const backend = `
apiVersion: compute.functionmesh.io/v1alpha1
kind: BackendConfig
metadata: { name: backend-config, namespace: shop }
spec: { env: { REGION: east } }
`;
    const files = (backendText: string) => [
      { file: "orders.yaml", text },
      { file: "backend.yaml", text: backendText },
    ];
    const { plans } = planConfigFile("orders", files(backend), clusters);
    assert.deepEqual(plans[0]?.members[0]?.sharedEnv, { REGION: "east" });
    const paths = (backendText: string) =>
      planConfigFile("orders", files(backendText), clusters).problems.map(({ path }) => path);
    assert.deepEqual(paths("a: ["), ["backend.yaml, line 1, column 5"]);
    assert.deepEqual(paths(backend.replace("{ REGION: east }", "1")), ["backend.yaml, spec.env"]);
    assert.deepEqual(paths(`${backend}---${backend.replace("{ REGION: east }", "1")}`), [
      "backend.yaml, document 2, spec.env",
    ]);
  });
});
