import assert from "node:assert/strict";
import { renderService } from "../../../provider/kubernetes/service";
import { renderStatefulSet } from "../../../provider/kubernetes/statefulset";
import type { FunctionSpec } from "../../../provider/model/function";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const target = (spec: Partial<FunctionSpec> = {}) => onlyPlace(sampleMesh({ functions: { f: javaFunction(spec) } }));
const render = (spec: Partial<FunctionSpec>) => renderStatefulSet(target(spec), { config: "c" }).spec;

describe("statefulset", () => {
  it("states no number of instances where an autoscaler decides it, paused or not", () => {
    const autoscaling = { maxReplicas: 5 };
    assert.ok(!("replicas" in render({ autoscaling, replicas: 3 })));
    assert.ok(!("replicas" in render({ autoscaling, paused: true })));
  });

  it("has pods that its own selector finds", () => {
    const { selector, template } = render({ pod: { labels: { team: "retail" } } });
    for (const [key, value] of Object.entries(selector.matchLabels)) assert.equal(template.metadata.labels[key], value);
  });

  it("is governed by the Service", () => {
    const { place, ...others } = target();
    const named = { ...others, place: { ...place, serviceName: "f-headless" } };
    assert.equal(renderStatefulSet(named, { config: "c" }).spec.serviceName, "f-headless");
    assert.equal(renderService(named).metadata.name, "f-headless");
  });

  it("has volumes of its own for each instance", () => {
    const volumeClaimTemplates = [{ metadata: { name: "work" }, spec: {} }];
    const spec = render({ volumeClaimTemplates, persistentVolumeClaimRetentionPolicy: { whenScaled: "Delete" } });
    assert.deepEqual(spec.volumeClaimTemplates, volumeClaimTemplates);
    assert.deepEqual(spec.persistentVolumeClaimRetentionPolicy, { whenScaled: "Delete" });
  });
});
