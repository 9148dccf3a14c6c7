import assert from "node:assert/strict";
import { planMesh } from "../../../provider/model/plan-mesh";

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
});
