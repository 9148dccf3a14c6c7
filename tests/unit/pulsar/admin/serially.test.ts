import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { serially } from "../../../../provider/pulsar/admin/serially";

describe("provider/pulsar/admin/serially", () => {
  it("runs one action of a key at a time, also after a failure, and different keys together", async () => {
    const running = { a: 0, b: 0, most: 0, together: 0 };
    const action = (key: "a" | "b", fails: boolean) => () => {
      running[key]++;
      running.most = Math.max(running.most, running[key]);
      running.together = Math.max(running.together, running.a + running.b);
      return sleep(2).then(() => {
        running[key]--;
        if (fails) throw new Error("failed");
        return key;
      });
    };
    const results = await Promise.allSettled(
      [..."aabbab"].map((key, index) =>
        key === "a" ? serially("a", action("a", index === 0)) : serially("b", action("b", false)),
      ),
    );
    assert.deepEqual([running.most, running.together], [1, 2]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ["rejected", ...Array<string>(5).fill("fulfilled")],
    );
  });
});
