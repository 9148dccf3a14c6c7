import assert from "node:assert/strict";
import { planMesh } from "../../../provider/model/plan-mesh";
import { sampleMesh } from "../sample-mesh";

describe("ownEachSubscriptionOnce", () => {
  it("makes one resource of a subscription that two members name", () => {
    const member = { className: "m", python: { py: "/m.py" }, input: { topics: ["in"] }, subscriptionName: "both" };
    const { plan } = planMesh("mesh", {
      pulsar: { a: { adminUrl: "http://127.0.0.1", serviceUrl: "pulsar://127.0.0.1" } },
      kubernetes: { a: {} },
      functions: { one: member, two: member, three: { ...member, subscriptionName: "own" } },
    });
    assert.deepEqual(
      plan.members.flatMap(({ subscriptions }) => subscriptions.map(({ childName }) => childName)),
      ["mesh-one-in", "mesh-three-in"],
    );
  });

  it("keeps one at the end that any of its members wants to keep", () => {
    const member = { className: "m", python: { py: "/m.py" }, input: { topics: ["in"] }, subscriptionName: "both" };
    const kept = (...members: readonly (boolean | undefined)[]) => {
      const functions = members.map((cleanupSubscription, index) => [
        `f${index}`,
        { ...member, ...(cleanupSubscription === undefined ? {} : { cleanupSubscription }) },
      ]);
      const { plan } = planMesh("mesh", sampleMesh({ functions: Object.fromEntries(functions) }));
      return plan.members.flatMap(({ subscriptions }) => subscriptions.map(({ onDelete }) => onDelete));
    };
    assert.deepEqual(kept(undefined), ["force"]);
    assert.deepEqual(kept(true), ["force"]);
    assert.deepEqual(kept(false), ["retain"]);
    assert.deepEqual(kept(undefined, false), ["retain"]);
  });
});
