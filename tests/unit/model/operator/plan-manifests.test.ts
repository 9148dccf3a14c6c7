import assert from "node:assert/strict";
import fc from "fast-check";
import { planManifests } from "../../../../provider/model/operator/plan-manifests";
import {
  backendShape,
  functionShape,
  sinkShape,
  sourceShape,
} from "../../../../provider/model/operator/shape/component-shapes";
import { leavesOf, withValue } from "./shape/leaves";
import { fieldsWithin, withField } from "./fields-within";
import { samplePod } from "./sample-pod";
import { component, entry, manifest, mesh, specs } from "./sample-manifests";

describe("planManifests", () => {
  it("says which document and component a problem is in", () => {
    const { problems } = planManifests([component("Source"), component("Function", { className: "" })]);
    assert.deepEqual(
      problems.map(({ document, component: key }) => [document, key]),
      [[1, "function/a"]],
    );
  });

  it("tells components of one name apart by kind and Kubernetes namespace", () => {
    const elsewhere = component("Sink", {}, { name: "a", namespace: "b" });
    const { plans, problems } = planManifests([component("Function"), component("Sink"), elsewhere]);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      plans.map(({ name, members }) => [
        name,
        ...members.map(({ childName, places: [place] }) => [
          childName,
          place?.kubernetesNamespace,
          place?.objectName,
          place?.serviceName,
        ]),
      ]),
      [
        ["b", ["b-a-sink", "b", "a-sink", "a-sink-headless"]],
        [
          "default",
          ["default-a-function", "default", "a-function", "a-function-headless"],
          ["default-a-sink", "default", "a-sink", "a-sink-headless"],
        ],
      ],
    );
  });

  it("plans the entries of a mesh by the names of mesh and entry", () => {
    const { plans } = planManifests([mesh({ functions: [entry("Function", "f", { clusterName: "c" })] })]);
    const [member] = plans[0]?.members ?? [];
    assert.deepEqual(
      [member?.key, member?.name, member?.origin?.componentName, member?.origin?.clusterName],
      ["function/shop-f", "f", "shop-f", "c"],
    );
  });

  it("takes the clusters of a program by the names of ConfigMaps", () => {
    const { plans } = planManifests([component("Function"), component("Sink", { pulsar: { pulsarConfig: "west" } })], {
      name: "shop",
      namespace: "streaming",
      kubernetes: { key: "k", spec: { context: "c" } },
      pulsar: { main: { adminUrl: "http://127.0.0.1:1" } },
      pulsarConfigs: { east: "main" },
    });
    const [plan] = plans;
    assert.deepEqual(
      plan?.members.map(({ childName, places }) => [
        childName,
        ...places.map((place) => [place.cluster, place.pulsarCluster]),
      ]),
      [
        ["shop-a-function", ["k", "main"]],
        ["shop-a-sink", ["k", "west"]],
      ],
    );
    assert.deepEqual(
      plan?.kubernetesClusters.map(({ spec }) => spec),
      [{ context: "c", namespace: "streaming" }],
    );
  });

  it("gives each Kubernetes namespace its own shared settings", () => {
    const backend = (name: string, namespace: string, env: object): unknown =>
      manifest("BackendConfig", { env }, { name, namespace });
    const { plans } = planManifests([
      component("Function"),
      component("Function", {}, { name: "a", namespace: "b" }),
      backend("global-backend-config", "default", { all: "1", over: "1" }),
      backend("backend-config", "b", { over: "2" }),
    ]);
    assert.deepEqual(
      plans.map(({ name, members }) => [name, ...members.map(({ sharedEnv }) => sharedEnv)]),
      [
        ["b", { all: "1", over: "2" }],
        ["default", { all: "1", over: "1" }],
      ],
    );
  });

  const { vpa, ...scaledPod } = samplePod;
  for (const [name, pod, parts] of [
    ["scaled by the number of instances", scaledPod, { maxReplicas: 3 }],
    ["scaled by what instances get", { vpa }, {}],
  ] as const) {
    it(`takes null for what is left out, anywhere in a pod ${name}`, () => {
      const planned = (changed: unknown) => {
        const volumeMounts = [{ name: "d", mountPath: "/mine" }];
        return planManifests([component("Function", { ...parts, pod: changed, volumeMounts })]);
      };
      const steps = fieldsWithin(pod);
      const [whole] = planned({ ...pod, volumes: samplePod.volumes }).problems.filter(
        ({ severity }) => severity === "error",
      );
      assert.deepEqual([whole, steps.length > 0], [undefined, true]);
      for (const each of steps) {
        const [withNull, without] = [null, undefined].map((value) => planned(withField(pod, each, value)));
        assert.deepEqual(withNull, without, each.join("."));
      }
    });
  }

  it("takes anything anywhere, and says what is wrong with it", () => {
    const rows = [
      ...leavesOf(functionShape).map((leaf) => ({ kind: "Function", base: specs.Function, leaf })),
      ...leavesOf(sourceShape).map((leaf) => ({ kind: "Source", base: specs.Source, leaf })),
      ...leavesOf(sinkShape).map((leaf) => ({ kind: "Sink", base: specs.Sink, leaf })),
      ...leavesOf(backendShape).map((leaf) => ({ kind: "BackendConfig", base: {}, leaf })),
    ].flatMap(({ leaf, ...row }) =>
      leaf.steps.map((_step, index) => ({ ...row, steps: leaf.steps.slice(0, index + 1) })),
    );
    const values = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom(
        [{}],
        [null],
        [{ name: 1 }],
        [{ name: "a", env: {}, volumeMounts: 3, ports: [{}], resources: [] }],
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...rows), values, ({ kind, base, steps }, value) => {
        const changed = manifest(kind, withValue({ ...base, maxReplicas: 2 }, steps, value), {
          name: "backend-config",
        });
        planManifests([component("Function"), changed]);
        planManifests([value, { ...Object(changed), metadata: value }, mesh(Object(value))]);
      }),
      { numRuns: 500 },
    );
  });
});
