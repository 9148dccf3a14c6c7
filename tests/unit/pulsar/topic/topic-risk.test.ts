import assert from "node:assert/strict";
import { risksOf } from "../../../../provider/pulsar/topic/topic-risk";
import { type TopicStats } from "../../../../provider/pulsar/topic/topic-stats";

const stats = (backlogs: Readonly<Record<string, number>>, storageBytes: number): TopicStats => ({
  storageBytes,
  messagesIn: 0,
  publishers: [],
  connectedAt: new Map(),
  subscriptions: Object.fromEntries(
    Object.entries(backlogs).map(([name, backlog]) => [name, { backlog, consumers: [] }]),
  ),
  notReplicated: {},
});

describe("provider/pulsar/topic/topic-risk", () => {
  const rows: readonly { name: string; given: TopicStats; want: readonly string[] }[] = [
    { name: "an empty topic", given: stats({}, 0), want: [] },
    {
      name: "messages without a subscription",
      given: stats({}, 7),
      want: ["7 bytes of messages, and no subscription tells whether they were read"],
    },
    { name: "what all have read", given: stats({ a: 0, b: 0 }, 7), want: [] },
    {
      name: "what some have not read",
      given: stats({ a: 1, b: 0, c: 2 }, 7),
      want: ["1 message not acknowledged in subscription a", "2 messages not acknowledged in subscription c"],
    },
  ];
  for (const { name, given, want } of rows) it(name, () => assert.deepEqual(risksOf(given), want));
});
