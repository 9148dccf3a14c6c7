import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { type AdminClientSettings, createAdminClient } from "../../../../provider/pulsar/admin/client";
import { readContentHash } from "../../../../provider/pulsar/package/package-hash";
import { placeOfUrl } from "../../../../provider/pulsar/package/package-place";
import {
  cut,
  halfChunks,
  hang,
  hangInBody,
  json,
  reason,
  startScriptedBroker,
  type Step,
} from "../admin/scripted-broker";

const place = placeOfUrl("function://t/n/p@1");
const hashOf = (text: string): string => createHash("sha256").update(text).digest("hex");

interface Reading {
  readonly idleMs?: number;
  readonly signal?: AbortSignal;
  readonly settings?: Partial<AdminClientSettings>;
  /** Another call, sent before. */
  readonly other?: boolean;
}

describe("provider/pulsar/package/package-hash", function () {
  this.timeout(30_000);
  // Loaded with the first call, which is no silence of the broker.
  before(() => import("undici"));

  async function read(steps: readonly Step[], reading: Reading = {}): Promise<string> {
    const { idleMs = 2_000, signal = new AbortController().signal, settings, other = false } = reading;
    const broker = await startScriptedBroker(steps);
    const admin = createAdminClient({ adminUrl: broker.url }, { delayFactor: 0.01, ...settings });
    try {
      const sent = other ? admin.send({ method: "GET", path: "/admin/v2/tenants", purpose: "wait" }) : undefined;
      const hash = await readContentHash(admin, place, { signal, idleMs });
      await sent;
      return hash;
    } finally {
      await admin.close();
      await broker.close();
    }
  }
  const bytes = json(200, { a: 1 });
  const metadata = json(200, { createTime: 1 });
  const late =
    (step: Step, afterMs: number): Step =>
    (response, request) =>
      void setTimeout(() => step(response, request), afterMs);

  it("is that of what comes", async () => assert.equal(await read([bytes]), hashOf('{"a":1}')));
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
    assert.equal(await read([drip]), hashOf("x".repeat(11)));
  });
  for (const [name, steps] of Object.entries({
    hang: [hang, metadata],
    hangInBody: [hangInBody, metadata],
    absent: [reason(404, "does not exist")],
    "deleted meanwhile": [hang, reason(404, "does not exist")],
  })) {
    it(`is none of bytes that do not end: ${name}`, async () =>
      assert.equal(await read(steps, { idleMs: 300 }), "unfinished"));
  }
  const busy = { 503: reason(503, "overloaded"), 429: reason(429, "too many"), cut, halfChunks };
  for (const [name, step] of Object.entries(busy)) {
    it(`waits for a broker that is busy: ${name}`, async () => {
      const passing = Array.from({ length: 30 }, () => step);
      assert.equal(await read([...passing, bytes], { idleMs: 100 }), hashOf('{"a":1}'));
    });
  }
  it("waits for its turn among other calls", async () => {
    const reading = { idleMs: 300, settings: { parallelCalls: 1 }, other: true };
    assert.equal(await read([late(bytes, 1_500), bytes], reading), hashOf('{"a":1}'));
  });
  it("takes no silence of a busy broker for one of the bytes", async () => {
    const silences: readonly (readonly Step[])[] = [
      [hang, reason(503, "overloaded"), metadata],
      [hangInBody, cut, metadata],
      [hang, late(metadata, 4_000)],
    ];
    for (const silence of silences) {
      assert.equal(await read([...silence, bytes], { idleMs: 400 }), hashOf('{"a":1}'));
    }
  });
  it("is an error of a broker that stays silent, refuses, or when the run is cancelled", async () => {
    await assert.rejects(
      read([hang], { idleMs: 200 }),
      /compare the content of package function:.* sent nothing for 0\.2 s/,
    );
    await assert.rejects(
      read([reason(503, "overloaded")], { idleMs: 100, settings: { totalBudgetMs: 1_000 } }),
      /compare the content of package function:.* 503 "overloaded"/,
    );
    await assert.rejects(read([reason(403, "no")]), /compare the content of package function:.* 403 "no"/);
    await assert.rejects(
      read([hang], { idleMs: 60_000, signal: AbortSignal.timeout(50) }),
      /the operation was cancelled/,
    );
  });
});
