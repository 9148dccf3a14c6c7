import assert from "node:assert/strict";
import { isReplicasOurs, wantedScale } from "../../../../../provider/pulumi/resources/rollout/pause";

describe("pause", () => {
  for (const { name, inputs, live, want } of [
    { name: "a fixed number is the workload's own", inputs: { replicas: 3 }, live: 5, want: undefined },
    { name: "KEDA wakes its members itself", inputs: {}, live: 0, want: undefined },
    { name: "what an HPA has scaled stays", inputs: { initialReplicas: 2 }, live: 5, want: undefined },
    { name: "what was paused is woken up", inputs: { initialReplicas: 2 }, live: 0, want: 2 },
    { name: "what runs is paused", inputs: { initialReplicas: 2, replicas: 0 }, live: 5, want: 0 },
    { name: "what is paused stays so", inputs: { initialReplicas: 2, replicas: 0 }, live: 0, want: undefined },
  ]) {
    it(name, () => assert.equal(wantedScale(inputs, live), want));
  }

  it("knows whose the number of instances is", () => {
    assert.equal(isReplicasOurs({ replicas: 0 }), true);
    assert.equal(isReplicasOurs({}), false);
    assert.equal(isReplicasOurs({ replicas: 0, initialReplicas: 2 }), false);
  });
});
