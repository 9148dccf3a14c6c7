import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { readContentHash } from "../../../../provider/pulsar/package/package-hash";
import { placeOfUrl } from "../../../../provider/pulsar/package/package-place";
import { hang, hangInBody, json, reason, startScriptedBroker, type Step } from "../admin/scripted-broker";

const place = placeOfUrl("function://t/n/p@1");

describe("provider/pulsar/package/package-hash", () => {
  async function read(step: Step, signal: AbortSignal = new AbortController().signal): Promise<string> {
    const broker = await startScriptedBroker([step]);
    const admin = createAdminClient({ adminUrl: broker.url }, { delayFactor: 0.01 });
    try {
      return await readContentHash(admin, place, { signal, idleMs: 300 });
    } finally {
      await admin.close();
      await broker.close();
    }
  }

  it("is that of what comes", async () =>
    assert.equal(await read(json(200, { a: 1 })), createHash("sha256").update('{"a":1}').digest("hex")));
  for (const [name, step] of Object.entries({ hang, hangInBody, absent: reason(404, "does not exist") })) {
    it(`is none of bytes that do not end: ${name}`, async () => assert.equal(await read(step), "unfinished"));
  }
  it("is an error when the broker refuses, or the run is cancelled", async () => {
    await assert.rejects(read(reason(403, "no")), /compare the content of package function:.* 403 "no"/);
    await assert.rejects(read(hang, AbortSignal.timeout(50)), /the operation was cancelled/);
  });
});
