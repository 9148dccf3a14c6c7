import assert from "node:assert/strict";
import { subscriptionName } from "../../../../provider/pulsar/resource/field-checks";

describe("provider/pulsar/resource/field-checks", () => {
  const reasons = (name: string): readonly string[] =>
    subscriptionName(name, "subscription", () => "it").map(({ property, reason }) => `${property}: ${reason}`);

  it("refuses the name of a subscription that no URL could hold", () => {
    const expected = ["subscription: it is not a name of a subscription: it is too long for a URL."];
    for (const long of ["x".repeat(2049), "é".repeat(400)]) assert.deepEqual(reasons(long), expected);
    for (const short of ["x".repeat(2048), "é".repeat(300)]) assert.deepEqual(reasons(short), []);
  });
});
