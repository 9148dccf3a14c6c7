import assert from "node:assert/strict";
import { limitSeconds } from "../../../../../provider/pulumi/resources/rollout/limit-seconds";

describe("limitSeconds", () => {
  for (const [spec, want] of [
    [{}, 300],
    [{ replicas: 5 }, 300],
    [{ minReadySeconds: 10 }, 300],
    [{ minReadySeconds: 10, replicas: 0 }, 300],
    [{ minReadySeconds: 10, replicas: 5 }, 340],
  ] as const)
    it(`gives ${want} s with ${JSON.stringify(spec)}`, () => assert.equal(limitSeconds(300, spec), want));
});
