import assert from "node:assert/strict";
import { referencedManifests, scalingManifests } from "../../../provider/kubernetes/place-manifests";
import type { FunctionSpec } from "../../../provider/model/function";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const target = (spec: Partial<FunctionSpec>) => onlyPlace(sampleMesh({ functions: { f: javaFunction(spec) } }));
const kindsOf = (spec: Partial<FunctionSpec>) =>
  scalingManifests(target(spec), { config: "c", credentials: "s" }).map(({ kind }) => kind);

describe("place-manifests", () => {
  it("has nothing beside a plain member but its configuration", () => {
    assert.deepEqual(kindsOf({}), []);
    assert.deepEqual(Object.keys(referencedManifests(target({}), undefined)), ["config"]);
  });

  it("has what the member asks for, a credential before what uses it", () => {
    const pod = { vpa: {}, minAvailable: "1" };
    const autoscaling = { maxReplicas: 5 };
    assert.deepEqual(kindsOf({ autoscaling, pod }), [
      "HorizontalPodAutoscaler",
      "VerticalPodAutoscaler",
      "PodDisruptionBudget",
    ]);
    const byBacklog = { autoscaling: { ...autoscaling, backlog: {} }, instanceAuth: { token: "t" } };
    assert.deepEqual(kindsOf(byBacklog), ["TriggerAuthentication", "ScaledObject"]);
  });

  it("has the member's secrets and credential", () => {
    const spec = { secrets: { pw: "x" }, instanceAuth: { token: "t" } };
    assert.deepEqual(Object.keys(referencedManifests(target(spec), undefined)), ["config", "secrets", "credentials"]);
  });
});
