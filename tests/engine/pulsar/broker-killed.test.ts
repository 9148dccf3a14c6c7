import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type PulsarServer, startPulsar } from "../../../tools/run/pulsar";
import { eventually } from "../../tools/run-traces";
import { contentsOf, idsOf } from "../harness/broker-contents";
import { mixedPulsarResources } from "../harness/mixed-pulsar-resources";
import { type RunResult, Stack } from "../harness/stack";

const tenant = "killed";
const resources = 60;

describe("a broker that is killed in the middle of a run", function () {
  this.timeout(400_000);
  let broker: PulsarServer;
  let stack: Stack;
  before(async () => {
    const directory = mkdtempSync(join(tmpdir(), "function-mesh-pulsar-"));
    broker = await startPulsar({ clusterName: "killed", directory });
    stack = await Stack.create({ language: "yaml", files: mixedPulsarResources(tenant, resources) });
    await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
  });
  after(async () => {
    await stack.remove();
    await broker.stop();
  });

  const contents = (): Promise<readonly string[]> => contentsOf(broker.adminUrl, tenant);
  /** Kills the broker as soon as it has what is asked for, and starts it again; the run goes on, or is repeated. */
  const throughKill = async (run: () => Promise<RunResult>, isTime: (count: number) => boolean): Promise<void> => {
    const first = run();
    await eventually(contents, (found) => isTime(found.length), 60);
    await broker.kill();
    await broker.restart();
    const { code } = await first;
    console.log(`      the run ${code === 0 ? "went on" : "is repeated"}`);
    if (code === 0) return;
    const next = await run();
    assert.equal(next.code, 0, next.output);
  };

  it("has everything once after that up or the next", async () => {
    await throughKill(
      () => stack.up(),
      (count) => count >= 15,
    );
    const found = await contents();
    assert.deepEqual(found, idsOf((await stack.state()).resources));
    assert.ok(found.length > resources / 2);
    const { code, output } = await stack.preview("--refresh", "--expect-no-changes");
    assert.equal(code, 0, output);
  });
  it("has nothing after that destroy or the next", async () => {
    const whole = (await contents()).length;
    await throughKill(
      () => stack.destroy(),
      (count) => count < whole - 5,
    );
    assert.deepEqual(await contents(), []);
  });
});
