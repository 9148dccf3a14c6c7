import assert from "node:assert/strict";
import { createAdminClient } from "../../../provider/pulsar/admin/client";
import { topicReplication } from "../../../provider/pulsar/topic-replication";
import { reason, startScriptedBroker } from "./admin/scripted-broker";

const topic = "persistent://retail/orders/clicks";
const urn = "urn:pulumi:test::orders::function-mesh:index:TopicReplication::orders-clicks";

describe("topic-replication", () => {
  it("says that a topic stays everywhere while a cluster is away, and what to do", async () => {
    const broker = await startScriptedBroker([reason(503, "not now")]);
    const admin = createAdminClient({ adminUrl: broker.url }, { totalBudgetMs: 100, delayFactor: 0.01 });
    const context = { admin, urn, preview: false, signal: new AbortController().signal, log: () => undefined };
    const state = { inputs: { topic }, outputs: {} };
    try {
      await assert.rejects(topicReplication.delete(topic, state, context), ({ message }: Error) => {
        assert.match(message, /^Topic persistent:\/\/retail\/orders\/clicks is deleted in no Pulsar cluster, since /);
        assert.match(message, /Run again when this cluster answers; .* \(pulumi state delete 'urn:pulumi:test::/);
        assert.match(message, /The reason: Could not read topic persistent:\/\/retail\/orders\/clicks/);
        return true;
      });
    } finally {
      await admin.close();
      await broker.close();
    }
  });
});
