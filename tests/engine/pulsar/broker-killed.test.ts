import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { contentsOf, idsOf } from "../harness/broker-contents";
import { mixedPulsarResources } from "../harness/mixed-pulsar-resources";
import { mortalBroker, type MortalBroker } from "../harness/mortal-broker";
import { type RunResult, Stack } from "../harness/stack";

const tenant = "killed";
const clusterName = "killed";
const resources = 60;
/** A run takes three or four calls for each resource: this one is far from both its ends. */
const fatalCall = resources;

describe("a broker that is killed in the middle of a run", function () {
  this.timeout(400_000);
  let broker: PulsarServer;
  let mortal: MortalBroker;
  let stack: Stack;
  before(async () => {
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
    broker = await startPulsar({ clusterName, directory });
    mortal = await mortalBroker(broker);
    stack = await Stack.create({ language: "yaml", files: mixedPulsarResources(tenant, resources) });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", mortal.url);
    await stack.pulumi("config", "set", "function-mesh:clusterName", clusterName);
  });
  after(async () => {
    await stack.remove();
    await mortal.close();
    await broker.stop();
  });

  const contents = (): Promise<readonly string[]> => contentsOf(broker.adminUrl, tenant);
  /** The broker dies in the middle and is started again; the run goes on, or is repeated. */
  const throughDeath = async (run: () => Promise<RunResult>): Promise<void> => {
    const { result, writesBefore, writesSince } = await mortal.throughDeath(fatalCall, run);
    if (result.code !== 0) {
      const next = await run();
      assert.equal(next.code, 0, next.output);
    }
    const [before, since] = [writesBefore, writesSince()];
    console.log(
      `      the run ${result.code === 0 ? "went on" : "is repeated"}: ${before} writes before, ${since} since`,
    );
    assert.ok(Math.min(before, since) >= 5, "it was not in the middle");
  };

  it("has everything once after that up or the next", async () => {
    await throughDeath(() => stack.up());
    const found = await contents();
    assert.deepEqual(found, idsOf((await stack.state()).resources));
    assert.ok(found.length > resources / 2);
    const { code, output } = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(code, 0, output);
  });
  it("has nothing after that destroy or the next", async () => {
    await throughDeath(() => stack.destroy());
    assert.deepEqual(await contents(), []);
  });
});
