import assert from "node:assert/strict";
import { renderHpa } from "../../../provider/kubernetes/hpa";
import type { AutoscalingSpec } from "../../../provider/model/autoscaling";
import { placeholder } from "../../../provider/model/unknown";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

const specOf = (autoscaling: AutoscalingSpec) =>
  renderHpa(onlyPlace(sampleMesh({ functions: { f: javaFunction({ autoscaling }) } })))?.spec;

const utilization = (name: string, averageUtilization: number) => ({
  type: "Resource",
  resource: { name, target: { type: "Utilization", averageUtilization } },
});
const own = { type: "External", external: { metric: { name: "lag" }, target: { type: "Value", value: "5" } } };
const unknown: AutoscalingSpec = JSON.parse(JSON.stringify({ maxReplicas: 5, metrics: placeholder("unknown", 1) }));

const rows: readonly { readonly name: string; readonly spec: Partial<AutoscalingSpec>; readonly want: unknown }[] = [
  { name: "CPU by default", spec: {}, want: [utilization("cpu", 80)] },
  { name: "CPU by default beside a behaviour", spec: { behavior: { scaleUp: {} } }, want: [utilization("cpu", 80)] },
  { name: "stated CPU", spec: { cpu: 50 }, want: [utilization("cpu", 50)] },
  { name: "memory alone", spec: { memory: 50 }, want: [utilization("memory", 50)] },
  { name: "own metrics alone", spec: { metrics: [own] }, want: [own] },
  {
    name: "all of them, in this order",
    spec: { metrics: [own], memory: 60, cpu: 50 },
    want: [utilization("cpu", 50), utilization("memory", 60), own],
  },
  { name: "metrics that are not known", spec: unknown, want: unknown.metrics },
];

describe("hpa", () => {
  for (const { name, spec, want } of rows) {
    it(`goes by ${name}`, () => assert.deepEqual(specOf({ maxReplicas: 5, ...spec })?.metrics, want));
  }

  it("scales the StatefulSet within its bounds", () => {
    const spec = specOf({ maxReplicas: 5, behavior: { scaleUp: {} } });
    assert.deepEqual(spec?.scaleTargetRef, { apiVersion: "apps/v1", kind: "StatefulSet", name: "mesh-f" });
    assert.deepEqual([spec.minReplicas, spec.maxReplicas, spec.behavior], [1, 5, { scaleUp: {} }]);
  });

  it("does not stand in the way of a ScaledObject that takes over", () => {
    const target = onlyPlace(sampleMesh({ functions: { f: javaFunction({ autoscaling: { maxReplicas: 5 } }) } }));
    assert.equal(renderHpa(target)?.metadata.annotations?.["validations.keda.sh/hpa-ownership"], "false");
  });

  it("is not there for a member that scales by backlog, or stands by", () => {
    assert.equal(specOf({ maxReplicas: 5, backlog: {} }), undefined);
    const placement = [{ cluster: "east", standby: true }];
    const functions = { f: javaFunction({ autoscaling: { maxReplicas: 5 }, placement }) };
    assert.equal(renderHpa(onlyPlace(sampleMesh({ functions }))), undefined);
  });
});
