import assert from "node:assert/strict";
import { callsOf, countPulsarCalls, type PulsarCalls } from "../harness/count-pulsar-calls";
import { type Extent } from "../harness/many-pulsar-resources";
import { freshName, useBroker } from "./broker";

/** `npm run -s bench -- pulsar` counts the same for many more. */
describe("calls of the admin API in runs of the engine", function () {
  this.timeout(180_000);
  const namespaces = 2;
  const topics = 4;

  const count = async (more: Partial<Extent>): Promise<PulsarCalls> =>
    countPulsarCalls((await useBroker()).adminUrl, { tenant: freshName("calls"), namespaces, topics, ...more });
  const of = ({ create, refresh }: PulsarCalls) => ({
    topic: [callsOf(create, "persistent").length / topics, callsOf(refresh, "persistent").length / topics],
    namespace: [callsOf(create, "namespaces").length / namespaces, callsOf(refresh, "namespaces").length / namespaces],
    all: [create.length, refresh.length],
  });

  it("are four to create a topic and two to refresh it, two and one for a namespace, and none to preview", async () => {
    const calls = await count({});
    assert.deepEqual(of(calls), { topic: [4, 2], namespace: [2, 1], all: [3 + 2 * 2 + 4 * 4, 1 + 2 * 1 + 4 * 2] });
    assert.deepEqual(calls.preview, []);
  });
  it("are two more and one more for each policy of a topic, and no more for those of a namespace", async () => {
    const ofTopic = { messageTtlSeconds: 60, maxConsumersPerTopic: 3, retention: { minutes: 60, size: "20Gi" } };
    const ofNamespace = { messageTtlSeconds: 60, maxConsumersPerTopic: 3, deduplication: true };
    const calls = await count({ ofTopic, ofNamespace });
    const policies = Object.keys(ofTopic).length;
    assert.deepEqual(of(calls).topic, [4 + 2 * policies, 2 + policies]);
    assert.deepEqual(of(calls).namespace, [2, 1]);
    assert.deepEqual(calls.preview, []);
  });
});
