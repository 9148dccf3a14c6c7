import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { isRead, noteRead } from "../../../../provider/pulsar/topic/read-topics";
import { topicOf } from "../../../../provider/pulsar/topic/topic-path";
import { type TopicStats } from "../../../../provider/pulsar/topic/topic-stats";

const written = (messagesIn: number): TopicStats => ({
  storageBytes: 7,
  messagesIn,
  publishers: [],
  connectedAt: new Map(),
  subscriptions: {},
  notReplicated: {},
});

describe("provider/pulsar/topic/read-topics", () => {
  it("takes a topic for read as long as nothing is written, in the same run", () => {
    const [admin, later] = [0, 1].map(() => createAdminClient({ adminUrl: "http://127.0.0.1:1" }));
    assert.ok(admin !== undefined && later !== undefined);
    const [one, other] = [topicOf("t/n/one"), topicOf("t/n/other")];
    noteRead(admin, one, written(3));
    assert.equal(isRead(admin, one, written(3)), true);
    assert.equal(isRead(admin, one, written(4)), false);
    assert.equal(isRead(admin, other, written(3)), false);
    assert.equal(isRead(later, one, written(3)), false);
  });
});
