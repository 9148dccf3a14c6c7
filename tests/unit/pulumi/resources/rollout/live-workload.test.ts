import assert from "node:assert/strict";
import { liveWorkloadHash } from "../../../../../provider/pulumi/resources/rollout/live-workload";

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
