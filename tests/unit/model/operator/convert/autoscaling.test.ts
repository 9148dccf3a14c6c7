import assert from "node:assert/strict";
import { convertAutoscaling, readBuiltinRule } from "../../../../../provider/model/operator/convert/autoscaling";
import type { ComponentManifest } from "../../../../../provider/model/operator/shape/component-shapes";

interface Row {
  readonly name: string;
  readonly spec: ComponentManifest;
  readonly want: unknown;
}

const behavior = { scaleDown: { stabilizationWindowSeconds: 60 } };
const policy = { type: "Pods", value: 1, periodSeconds: 60 };
const metrics = [{ type: "Pods" }];
const requests = { cpu: "50m", memory: "256Mi" };
const limits = { cpu: "200m", memory: "512Mi" };

const rows: readonly Row[] = [
  { name: "none without a most", spec: { minReplicas: 2, pod: { autoScalingBehavior: behavior } }, want: undefined },
  {
    name: "80 % of the CPU limit where nothing is said",
    spec: { maxReplicas: 3, resources: { requests, limits } },
    want: { minReplicas: 1, maxReplicas: 3, cpu: 320 },
  },
  {
    name: "80 % of the request without a limit",
    spec: { minReplicas: 2, maxReplicas: 3, resources: { requests } },
    want: { minReplicas: 2, maxReplicas: 3, cpu: 80 },
  },
  {
    name: "built-in rules, with the behaviour that the operator drops, and without metrics",
    spec: {
      maxReplicas: 3,
      resources: { requests, limits },
      pod: {
        builtinAutoscaler: ["AverageUtilizationMemoryPercent50", "AverageUtilizationCPUPercent20", "Other"],
        autoScalingBehavior: behavior,
        autoScalingMetrics: metrics,
      },
    },
    want: { minReplicas: 1, maxReplicas: 3, cpu: 80, memory: 100, behavior },
  },
  {
    name: "memory by the limit that is filled in",
    spec: {
      maxReplicas: 3,
      resources: { requests: { memory: "256Mi" } },
      pod: { builtinAutoscaler: ["AverageUtilizationMemoryPercent80"] },
    },
    want: { minReplicas: 1, maxReplicas: 3, memory: 80 },
  },
  {
    name: "metrics of its own",
    spec: { maxReplicas: 3, pod: { autoScalingMetrics: metrics, autoScalingBehavior: behavior } },
    want: { minReplicas: 1, maxReplicas: 3, metrics, behavior },
  },
  {
    name: "CPU beside a behaviour alone",
    spec: { maxReplicas: 3, pod: { autoScalingBehavior: behavior } },
    want: { minReplicas: 1, maxReplicas: 3, cpu: 80, behavior },
  },
  {
    name: "no empty list of policies",
    spec: {
      maxReplicas: 3,
      pod: {
        autoScalingBehavior: { scaleUp: { policies: [] }, scaleDown: { ...behavior.scaleDown, policies: [policy] } },
      },
    },
    want: {
      minReplicas: 1,
      maxReplicas: 3,
      cpu: 80,
      behavior: { scaleUp: {}, scaleDown: { stabilizationWindowSeconds: 60, policies: [policy] } },
    },
  },
  {
    name: "a part of a percent cut off",
    spec: {
      maxReplicas: 3,
      resources: { requests: { cpu: "700m" }, limits: { cpu: "1" } },
      pod: { builtinAutoscaler: ["AverageUtilizationCPUPercent20"] },
    },
    want: { minReplicas: 1, maxReplicas: 3, cpu: 28 },
  },
];

describe("convertAutoscaling", () => {
  for (const { name, spec, want } of rows) {
    it(`gives ${name}`, () => {
      assert.deepEqual(convertAutoscaling(spec), want);
    });
  }

  it("knows the operator's rules alone", () => {
    assert.deepEqual(readBuiltinRule("AverageUtilizationMemoryPercent50"), { resource: "memory", percent: 50 });
    assert.equal(readBuiltinRule("AverageUtilizationMemoryPercent60"), undefined);
  });
});
