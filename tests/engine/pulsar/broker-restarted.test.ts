import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdminClient } from "../../../provider/pulsar/admin/client";
import { namespace } from "../../../provider/pulsar/namespace";
import { tenant } from "../../../provider/pulsar/tenant";
import { topic } from "../../../provider/pulsar/topic";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { freshName } from "./broker";
import { operate } from "./operations";
import { walkThroughPlaces } from "./sample-contract";

/** Longer than what passes at a broker that is there is waited for. */
const awayMs = 16_000;

describe("provider/pulsar at a broker that is started again", function () {
  this.timeout(180_000);
  let server: PulsarServer;
  before(async () => {
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
    server = await startPulsar({ clusterName: "restarted", directory });
  });
  after(() => server.stop());

  /** The longest that a call took with its repetitions, while resources were made and deleted again and again. */
  async function longestCallThrough(restart: () => Promise<void>): Promise<number> {
    const repeated: number[] = [];
    const log = (line: string): void => {
      const duration = /in (\d+) ms, \d+ tries$/.exec(line)?.[1];
      if (duration !== undefined) repeated.push(Number(duration));
    };
    const admin = createAdminClient({ adminUrl: server.adminUrl }, { log });
    let isBack = false;
    const walk = async (): Promise<void> => {
      do await walkThroughPlaces(admin);
      while (!isBack);
    };
    try {
      const restarted = sleep(1_000).then(restart);
      await Promise.all([walk(), walk(), walk(), restarted.then(() => (isBack = true))]);
    } finally {
      isBack = true;
      await admin.close();
    }
    return Math.max(0, ...repeated);
  }

  it("goes on after a crash", async () => {
    const longest = await longestCallThrough(async () => {
      await server.kill();
      await sleep(awayMs);
      await server.restart();
    });
    assert.ok(longest > awayMs, String(longest));
  });
  it("takes no policy for gone while it is ended in order", async () => {
    const admin = createAdminClient({ adminUrl: server.adminUrl });
    const inputs = { topic: `${freshName("settled")}/n/t`, maxProducersPerTopic: 3 };
    const [name] = inputs.topic.split("/");
    const made = operate(topic, { admin });
    let isBack = false;
    const refreshAgainAndAgain = async (): Promise<void> => {
      do {
        await made.refresh();
        assert.deepEqual(made.changed(inputs), []);
      } while (!isBack);
    };
    try {
      await operate(tenant, { admin }).create({ tenant: name });
      await operate(namespace, { admin }).create({ tenant: name, namespace: "n" });
      await made.create(inputs);
      const restarted = sleep(500).then(() => server.restart());
      const lanes = Array.from({ length: 4 }, refreshAgainAndAgain);
      await Promise.all([restarted.then(() => (isBack = true)), ...lanes]);
    } finally {
      isBack = true;
      await admin.close();
    }
  });
  it("goes on when it was ended in order", async () => {
    assert.ok((await longestCallThrough(() => server.restart())) > 0);
  });
});
