import assert from "node:assert/strict";
import { tries } from "../../../../provider/pulsar/resource/tries";

async function counted(waitMs: number, signal = new AbortController().signal): Promise<readonly number[]> {
  const counts: number[] = [];
  for await (const count of tries({ what: "The topic t", waitMs, signal })) counts.push(count);
  return counts;
}

describe("tries", () => {
  it("are one where there is no time to wait", async () => assert.deepEqual(await counted(0), [1]));
  it("go on until there is no time for another pause", async () => assert.deepEqual(await counted(400), [1, 2]));
  it("end with words when they are cancelled", async () => {
    await assert.rejects(counted(60_000, AbortSignal.abort()), {
      message: "The topic t was still in use when deleting was cancelled: run again to delete it.",
    });
  });
});
