import assert from "node:assert/strict";
import {
  hashSettled,
  hashWorkload,
  liveWorkloadHash,
} from "../../../../../provider/pulumi/resources/rollout/live-workload";

const hashed = async (inputs: Readonly<Record<string, unknown>>) => {
  const warnings: string[] = [];
  return { hash: await liveWorkloadHash(inputs, (message) => warnings.push(message)), warnings };
};

describe("liveWorkloadHash", () => {
  it("is silent where there is no cluster to ask", async () => {
    assert.deepEqual(await hashed({ member: "functions.score" }), { hash: undefined, warnings: [] });
  });
  it("warns where the cluster cannot be asked, with the member's name", async () => {
    const { hash, warnings } = await hashed({ member: "functions.score", kubeconfig: "{}" });
    assert.equal(hash, undefined);
    assert.match(warnings.join(), /^functions\.score: could not be asked whether it was changed: the kubeconfig /);
  });
});

describe("hashSettled", () => {
  const scaledTo = (replicas: number) => ({
    spec: { selector: {}, serviceName: "", template: { metadata: { name: "a" } }, replicas },
  });
  for (const { name, inputs, now, then } of [
    { name: "a stated number that an autoscaler still changes", inputs: { replicas: 4 }, now: 6, then: 4 },
    { name: "a number that others decide", inputs: { initialReplicas: 2 }, now: 0, then: 5 },
    { name: "a number that KEDA decides", inputs: {}, now: 3, then: 0 },
  ])
    it(`is no drift when the update has ended: ${name}`, () =>
      assert.equal(hashSettled(scaledTo(now), inputs), hashWorkload(scaledTo(then), inputs)));
  it("is drift where the number stays another one", () =>
    assert.notEqual(hashSettled(scaledTo(6), { replicas: 4 }), hashWorkload(scaledTo(6), { replicas: 4 })));
});
