import assert from "node:assert/strict";
import { missingAttachments } from "../../../../../provider/pulumi/resources/rollout/attachment";
import type { TopicStats } from "../../../../../provider/pulsar/topic/topic-stats";

const client = (id: string, instance: string) => ({
  name: "c",
  address: "10.0.0.1:1",
  metadata: { id, instance_id: instance },
});
const topic = (
  consumers: TopicStats["subscriptions"][string]["consumers"],
  publishers: TopicStats["publishers"] = [],
): TopicStats => ({
  storageBytes: 0,
  messagesIn: 0,
  publishers,
  subscriptions: { s: { backlog: 0, consumers } },
  notReplicated: {},
  connectedAt: new Map(),
});
const reader = { subscription: "s", reads: ["in"], writes: "out" };
const source = { subscription: undefined, reads: [], writes: "out" };
const instances = (wanted: number) => ({ instance: "t/n/m", statefulSet: "mesh-m", pods: undefined, wanted });

describe("missingAttachments", () => {
  it("is satisfied by as many instances as wanted", () => {
    const statistics = new Map([["in", topic([client("t/n/m", "0"), client("t/n/m", "1")])]]);
    assert.deepEqual(missingAttachments(reader, instances(2), statistics), []);
  });
  it("counts an instance once, and no stranger", () => {
    const statistics = new Map([["in", topic([client("t/n/m", "0"), client("t/n/m", "0"), client("t/n/other", "1")])]]);
    assert.deepEqual(missingAttachments(reader, instances(2), statistics), [{ topic: "in", attached: 1, others: 0 }]);
  });
  it("misses a topic that does not exist", () => {
    assert.deepEqual(missingAttachments(reader, instances(1), new Map()), [{ topic: "in", attached: 0, others: 0 }]);
  });
  it("looks for the producer of a source", () => {
    const none = missingAttachments(source, instances(1), new Map([["out", topic([])]]));
    assert.deepEqual(none, [{ topic: "out", attached: 0, others: 0 }]);
    assert.deepEqual(
      missingAttachments(source, instances(1), new Map([["out", topic([], [client("t/n/m", "0")])]])),
      [],
    );
  });
});
