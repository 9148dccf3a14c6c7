import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { topic } from "../../../provider/pulsar/topic";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { mortalBroker, type MortalBroker } from "../harness/mortal-broker";
import { operate } from "./operations";

describe("provider/pulsar at a broker that crashes, without topic-level policies", function () {
  this.timeout(120_000);
  let server: PulsarServer;
  let mortal: MortalBroker;
  let admin: AdminClient;
  const unprotected = { deleteWhileInactive: true };

  before(async function () {
    this.timeout(180_000);
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
    server = await startPulsar({
      clusterName: "crash",
      directory,
      configuration: { topicLevelPoliciesEnabled: "false" },
    });
    mortal = await mortalBroker(server);
    admin = createAdminClient({ adminUrl: mortal.url });
  });
  after(async function () {
    this.timeout(60_000);
    await admin.close();
    await mortal.close();
    await server.stop();
  });

  it("says that topics cannot be protected there, and makes them unprotected", async () => {
    const made = operate(topic, { admin });
    await assert.rejects(
      made.create({ topic: "public/default/x" }),
      /policies is disabled.*Set deleteWhileInactive to true/,
    );
    await assert.rejects(
      made.create({ topic: "public/default/y", ...unprotected, maxProducersPerTopic: 3 }),
      /policies is disabled.*Leave maxProducersPerTopic out on such a broker, and set it for the namespace/,
    );
    const inputs = { topic: "public/default/x", ...unprotected };
    await made.create(inputs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
  });
  it("converges with the next run, with nothing doubled", async () => {
    const all = Array.from({ length: 60 }, (_, index) => ({
      made: operate(topic, { admin }),
      inputs: {
        topic: `public/default/t${index}`,
        partitions: index % 3,
        properties: { a: "1" },
        // A topic without partitions may be left bare, which only a comparison can tell from a stranger's.
        onExisting: index % 3 === 0 ? "adoptIfEqual" : "refuse",
        ...unprotected,
      },
    }));
    // By then some are made, none is described, and most are not even asked for.
    const { writesBefore, writesSince } = await mortal.throughDeath(all.length / 2, () =>
      Promise.allSettled(all.map(({ made, inputs }) => made.create(inputs))),
    );
    for (const { made, inputs } of all) await made.create(inputs);
    const [before, since] = [writesBefore, writesSince()];
    console.log(`      ${before} writes before, ${since} since`);
    assert.ok(Math.min(before, since) >= 5, "it was not in the middle");
    for (const { made, inputs } of all) {
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
    }
  });
});
