import assert from "node:assert/strict";
import { rotationOf } from "../../../../provider/model/log-config/rotation";

describe("rotation", () => {
  it("is by size where nothing is said, so that no disk fills up", () =>
    assert.deepEqual(rotationOf(), { kind: "size", megabytes: 10 }));

  it("is what the policy's name says", () => {
    assert.deepEqual(rotationOf("SizedPolicyWith100MB"), { kind: "size", megabytes: 100 });
    assert.deepEqual(rotationOf("TimedPolicyWithWeekly"), { kind: "time", period: "week" });
  });
});
