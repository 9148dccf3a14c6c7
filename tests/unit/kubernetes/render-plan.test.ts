import assert from "node:assert/strict";
import { renderPlan } from "../../../provider/kubernetes/render-plan";
import type { KubernetesObject, Namespace, StatefulSet } from "../../../provider/kubernetes/manifest";
import type { FunctionSpec } from "../../../provider/model/function";
import type { MeshSpec } from "../../../provider/model/mesh";
import { planMesh } from "../../../provider/model/plan-mesh";
import { javaFunction, pythonFunction, sampleMesh, sink } from "../sample-mesh";

type RenderedObject = Namespace | KubernetesObject;

const render = (parts: Partial<MeshSpec>, code?: string): readonly RenderedObject[] =>
  renderPlan(planMesh("mesh", sampleMesh(parts)).plan, () => code);

const one = (spec: Partial<FunctionSpec>) => render({ functions: { f: javaFunction(spec) } });
const named = (objects: readonly RenderedObject[]): readonly string[] =>
  objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`.replace(/-[0-9a-f]{8}$/, "-#"));
const isStatefulSet = (object: RenderedObject): object is StatefulSet => object.kind === "StatefulSet";

describe("renderPlan", () => {
  it("gives every object a name, a place and an order", () => {
    const objects = render({
      functions: {
        f: javaFunction({ secrets: { pw: "x" }, instanceAuth: { token: "t" }, autoscaling: { maxReplicas: 5 } }),
      },
      sinks: { s: sink() },
    });
    assert.deepEqual(named(objects), [
      "ConfigMap mesh-f-config-#",
      "Secret mesh-f-secrets",
      "Secret mesh-f-credentials",
      "Service mesh-f",
      "StatefulSet mesh-f",
      "HorizontalPodAutoscaler mesh-f",
      "ConfigMap mesh-s-config-#",
      "Service mesh-s",
      "StatefulSet mesh-s",
    ]);
    assert.deepEqual(
      new Set(objects.map(({ metadata }) => ("namespace" in metadata ? metadata.namespace : undefined))),
      new Set(["streaming"]),
    );
    assert.doesNotMatch(JSON.stringify(objects), /pulumi/);
  });

  it("begins with the Kubernetes namespace that the mesh makes, also where nothing lives in it yet", () => {
    const east = { namespace: "streaming", createNamespace: true };
    const objects = render({ kubernetes: { east, west: {} }, defaults: { cluster: "west" }, sinks: { s: sink() } });
    assert.deepEqual(objects[0], { apiVersion: "v1", kind: "Namespace", metadata: { name: "streaming" } });
    assert.equal(objects.filter(({ kind }) => kind === "Namespace").length, 1);
  });

  it("leaves out a cluster that is left behind", () => {
    const west = { namespace: "far", createNamespace: true, abandon: true };
    const placement = [{ cluster: "east" }, { cluster: "west" }];
    const objects = render({
      kubernetes: { east: {}, west },
      sinks: { s: sink({ placement }), t: sink({ cluster: "west" }) },
    });
    assert.deepEqual(
      objects.filter(({ kind }) => kind === "StatefulSet").map(({ metadata }) => metadata.name),
      ["mesh-s"],
    );
    assert.equal(objects.filter(({ kind }) => kind === "Namespace").length, 0);
  });

  it("refers to objects by the names they have", () => {
    const objects = one({ secrets: { pw: "x" }, instanceAuth: { token: "t" } });
    const text = JSON.stringify(objects.filter(isStatefulSet));
    for (const { kind, metadata } of objects) {
      if (kind === "ConfigMap" || kind === "Secret") assert.match(text, new RegExp(`"${metadata.name}"`));
    }
  });

  it("gives another configuration another name, and another secret none", () => {
    const name = (objects: readonly RenderedObject[], kind: string) =>
      objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
    assert.notDeepEqual(name(one({ config: { a: 1 } }), "ConfigMap"), name(one({ config: { a: 2 } }), "ConfigMap"));
    const [before, after] = [one({ secrets: { pw: "x" } }), one({ secrets: { pw: "y" } })];
    assert.deepEqual(name(before, "Secret"), name(after, "Secret"));
    assert.doesNotMatch(JSON.stringify(before.filter(({ kind }) => kind === "Secret")), /immutable/);
  });

  it("takes local code as a text", () => {
    const python = JSON.parse('{"code":{}}');
    const objects = render({ functions: { f: pythonFunction({ python }) } }, "the code");
    assert.deepEqual(named(objects).slice(0, 2), ["ConfigMap mesh-f-config-#", "ConfigMap mesh-f-code-#"]);
    assert.match(JSON.stringify(objects[1]), /the code/);
  });

  for (const { name, spec, want } of [
    { name: "none beside an autoscaler", spec: { autoscaling: { minReplicas: 2, maxReplicas: 5 } }, want: undefined },
    { name: "a stated one beside it", spec: { replicas: 3, autoscaling: { maxReplicas: 5 } }, want: 3 },
    { name: "0 for one that is paused", spec: { paused: true, autoscaling: { maxReplicas: 5 } }, want: 0 },
    {
      name: "none where KEDA pauses",
      spec: { paused: true, autoscaling: { maxReplicas: 5, backlog: {} } },
      want: undefined,
    },
    { name: "a fixed one", spec: { replicas: 3 }, want: 3 },
  ]) {
    it(`states a number of instances: ${name}`, () =>
      assert.deepEqual(
        one(spec)
          .filter(isStatefulSet)
          .map((object) => object.spec.replicas),
        [want],
      ));
  }
});
