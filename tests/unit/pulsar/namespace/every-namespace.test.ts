import assert from "node:assert/strict";
import { eachOf } from "../../../../provider/pulsar/namespace/every-namespace";

describe("provider/pulsar/namespace/every-namespace", () => {
  it("asks for a few at a time, and gives the answers in order", async () => {
    let [running, most] = [0, 0];
    const items = Array.from({ length: 50 }, (_, index) => index);
    const results = await eachOf(items, async (item) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return item * 2;
    });
    assert.deepEqual(
      results,
      items.map((item) => item * 2),
    );
    assert.ok(most > 1 && most <= 8, `${most} at a time`);
  });
});
