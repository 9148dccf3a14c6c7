import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { readContentHash } from "../../../../provider/pulsar/package/package-hash";
import { placeOfUrl } from "../../../../provider/pulsar/package/package-place";
import { hang, hangInBody, json, reason, startScriptedBroker, type Step } from "../admin/scripted-broker";

const place = placeOfUrl("function://t/n/p@1");

describe("provider/pulsar/package/package-hash", function () {
  this.timeout(30_000);
  // Loaded with the first call, which is no silence of the broker.
  before(() => import("undici"));

  async function read(step: Step, { idleMs = 2_000, signal = new AbortController().signal } = {}): Promise<string> {
    const broker = await startScriptedBroker([step]);
    const admin = createAdminClient({ adminUrl: broker.url }, { delayFactor: 0.01 });
    try {
      return await readContentHash(admin, place, { signal, idleMs });
    } finally {
      await admin.close();
      await broker.close();
    }
  }

  it("is that of what comes", async () =>
    assert.equal(await read(json(200, { a: 1 })), createHash("sha256").update('{"a":1}').digest("hex")));
  it("waits as long as something comes", async () => {
    let sent = 0;
    const drip: Step = (response) => {
      response.writeHead(200);
      const timer = setInterval(() => {
        if (++sent < 12) response.write("x");
        else response.end();
        if (sent === 12) clearInterval(timer);
      }, 250);
    };
    assert.equal(await read(drip), createHash("sha256").update("x".repeat(11)).digest("hex"));
  });
  for (const [name, step] of Object.entries({ hang, hangInBody, absent: reason(404, "does not exist") })) {
    it(`is none of bytes that do not end: ${name}`, async () =>
      assert.equal(await read(step, { idleMs: 300 }), "unfinished"));
  }
  it("is an error when the broker refuses, or the run is cancelled", async () => {
    await assert.rejects(read(reason(403, "no")), /compare the content of package function:.* 403 "no"/);
    await assert.rejects(
      read(hang, { idleMs: 60_000, signal: AbortSignal.timeout(50) }),
      /the operation was cancelled/,
    );
  });
});
