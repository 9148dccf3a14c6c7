import assert from "node:assert/strict";
import type { FunctionSpec } from "../../../provider/model/function";
import {
  autoscalerOf,
  fixedReplicas,
  initialReplicas,
  isPausedByHand,
  statedReplicas,
} from "../../../provider/model/replicas";
import { onlyPlace } from "../rendered-objects";
import { javaFunction, sampleMesh } from "../sample-mesh";

interface Row {
  readonly name: string;
  readonly spec: Partial<FunctionSpec>;
  readonly fixed: number | undefined;
  /** Where it is not the fixed number. */
  readonly stated?: number | "none";
  readonly initial: number;
  readonly autoscaler?: "hpa" | "keda";
  readonly pausedByHand?: boolean;
}

const hpa = { autoscaling: { minReplicas: 2, maxReplicas: 5 } };
const keda = { autoscaling: { minReplicas: 0, maxReplicas: 5, backlog: {} } };
const standby = { placement: [{ cluster: "east", standby: true }] };

const rows: readonly Row[] = [
  { name: "one instance unless it is stated", spec: {}, fixed: 1, stated: "none", initial: 1 },
  { name: "a stated number", spec: { replicas: 3 }, fixed: 3, initial: 3 },
  { name: "none", spec: { replicas: 0 }, fixed: 0, initial: 0 },
  { name: "paused", spec: { replicas: 3, paused: true }, fixed: 0, initial: 3 },
  { name: "standing by", spec: { replicas: 3, ...standby }, fixed: 0, initial: 0 },
  { name: "scaled by load", spec: hpa, fixed: undefined, initial: 2, autoscaler: "hpa" },
  {
    name: "scaled by load from a number on",
    spec: { ...hpa, replicas: 3 },
    fixed: undefined,
    initial: 3,
    autoscaler: "hpa",
  },
  {
    name: "scaled by load and paused",
    spec: { ...hpa, paused: true },
    fixed: undefined,
    stated: 0,
    initial: 2,
    autoscaler: "hpa",
    pausedByHand: true,
  },
  { name: "scaled by load and standing by", spec: { ...hpa, ...standby }, fixed: 0, initial: 0 },
  { name: "scaled by backlog", spec: keda, fixed: undefined, initial: 0, autoscaler: "keda" },
  {
    name: "scaled by backlog and paused",
    spec: { ...keda, paused: true },
    fixed: undefined,
    stated: 0,
    initial: 0,
    autoscaler: "keda",
  },
];

describe("replicas", () => {
  for (const { name, spec, fixed, stated = fixed, initial, autoscaler, pausedByHand = false } of rows) {
    it(name, () => {
      const { member, place } = onlyPlace(sampleMesh({ functions: { f: javaFunction(spec) } }));
      assert.equal(fixedReplicas(member, place), fixed);
      assert.equal(statedReplicas(member, place), stated === "none" ? undefined : stated);
      assert.equal(initialReplicas(member, place), initial);
      assert.equal(autoscalerOf(member, place), autoscaler);
      assert.equal(isPausedByHand(member, place), pausedByHand);
    });
  }
});
