import assert from "node:assert/strict";
import { admin } from "./harness/admin";
import { kubernetesEntry, meshProject, pulsarEntry } from "./harness/mesh-program";
import { kubernetes, pulsar } from "./harness/servers";
import { type RunResult, Stack } from "./harness/stack";
import type { ControlPlane } from "../../tools/run/control-plane";
import type { PulsarServer } from "../../tools/run/pulsar";

/** What an entry of a mesh's `topics` says of the topic itself gets to the broker, by way of the topic's resource. */
describe("settings of a mesh's topics", () => {
  let cluster: ControlPlane;
  let broker: PulsarServer;
  let stack: Stack;

  const program = (settings: object) =>
    meshProject("settings", {
      pulsar: { east: pulsarEntry(broker) },
      kubernetes: { east: kubernetesEntry(cluster, "settings") },
      defaults: { tenant: "settings", namespace: "orders" },
      tenants: { settings: { allowedClusters: ["east"] } },
      namespaces: { "settings/orders": {} },
      topics: { clicks: settings },
    });
  const succeeds = (result: RunResult): void => assert.equal(result.code, 0, result.output);
  const at = async (path: string): Promise<unknown> =>
    (await admin(broker.adminUrl, `/persistent/settings/orders/clicks/${path}`)).body;

  before(async () => {
    [cluster, broker] = await Promise.all([kubernetes("east"), pulsar("east")]);
    const settings = { partitions: 2, properties: { team: "red" }, maxProducersPerTopic: 7, terminal: true };
    stack = await Stack.create({ language: "yaml", files: program(settings), attach: true });
  });
  after(() => stack.remove());

  it("are made, changed and given back", async () => {
    succeeds(await stack.up());
    assert.equal(await at("maxProducers"), 7);
    assert.equal(Object(await at("partitions")).properties.team, "red");
    assert.equal(Object(await at("inactiveTopicPolicies")).deleteWhileInactive, false);
    succeeds(await stack.preview("--refresh", "--expect-no-changes"));

    stack.write(program({ partitions: 3, retention: { minutes: 5, size: "20Gi" }, deleteWhileInactive: true }));
    succeeds(await stack.up());
    assert.deepEqual(Object(await at("retention")), { retentionTimeInMinutes: 5, retentionSizeInMB: 20480 });
    assert.equal(Object(await at("partitions")).partitions, 3);
    assert.notEqual(await at("maxProducers"), 7);
    succeeds(await stack.preview("--refresh", "--expect-no-changes"));
    succeeds(await stack.destroy());
  });
  it("are told where they do nothing", async () => {
    stack.write(program({ external: true, maxProducersPerTopic: 7 }));
    const result = await stack.preview();
    assert.notEqual(result.code, 0);
    assert.match(result.output, /FM075 topics\.clicks\.maxProducersPerTopic: has no effect for a topic that belongs/);
  });
});
