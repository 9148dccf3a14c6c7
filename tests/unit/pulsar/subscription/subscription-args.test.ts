import assert from "node:assert/strict";
import { type Properties } from "../../../../provider/pulsar/resource/resource";
import { checkSubscription } from "../../../../provider/pulsar/subscription/subscription-args";

const bare = { topic: "persistent://t/n/x", subscription: "s" };

const rows: readonly { readonly inputs: Properties; readonly says: readonly string[] }[] = [
  { inputs: { position: "latest", resetToken: "a", replicated: false, properties: { a: "1" } }, says: [] },
  { inputs: { positionTime: "2026-03-01T08:00:00Z" }, says: [] },
  {
    inputs: { position: "latest", positionTime: "2026-03-01T08:00:00Z", positionMessageId: "1:2" },
    says: [
      "positionMessageId: position says where to start already: leave one of them out.",
      "positionTime: position says where to start already: leave one of them out.",
    ],
  },
  {
    inputs: { positionMessageId: "1", resetToken: "" },
    says: ['positionMessageId: "1" is not a message id like "12:0".', 'resetToken: "" is empty; leave it out instead.'],
  },
  {
    inputs: { positionTime: "yesterday" },
    says: ['positionTime: "yesterday" is not a time like "2026-03-01T08:00:00Z".'],
  },
  {
    inputs: { properties: { "function-mesh.urn": "x", a: null } },
    says: [
      'properties["a"]: null is not a text: write it in quotes.',
      'properties: "function-mesh.urn" is one of the provider\'s own marks: leave it out.',
    ],
  },
];

describe("provider/pulsar/subscription/subscription-args", () => {
  for (const { inputs, says } of rows) {
    it(JSON.stringify(inputs), () =>
      assert.deepEqual(
        checkSubscription({ ...bare, ...inputs }).failures.map(({ property, reason }) => `${property}: ${reason}`),
        says,
      ),
    );
  }
  it("starts at the earliest message, unless something else is said", () => {
    assert.equal(checkSubscription(bare).inputs["position"], "earliest");
    assert.equal("position" in checkSubscription({ ...bare, positionMessageId: "1:2" }).inputs, false);
  });
});
