import assert from "node:assert/strict";
import { createAdminClient } from "../../../../provider/pulsar/admin/client";
import { topicOf } from "../../../../provider/pulsar/topic/topic-path";
import { clientText, topicStats } from "../../../../provider/pulsar/topic/topic-stats";
import { json, reason, startScriptedBroker, type Step } from "../admin/scripted-broker";

const consumer = (name: string, port: number, instance: string): object => ({
  consumerName: name,
  address: `/10.0.0.1:${port}`,
  metadata: { id: "t/n/f", instance_id: instance, instance_hostname: "pod" },
});
const part = (...consumers: readonly object[]): object => ({
  storageSize: 10,
  publishers: [],
  subscriptions: { s: { msgBacklog: 2, consumers } },
});

async function statsFrom(...steps: readonly Step[]) {
  const broker = await startScriptedBroker(steps);
  const admin = createAdminClient({ adminUrl: broker.url });
  const stats = await topicStats(admin, topicOf("t/n/x"));
  await admin.close();
  await broker.close();
  return { stats, urls: broker.received.map(({ url }) => url) };
}

describe("provider/pulsar/topic/topic-stats", () => {
  it("sums over partitions and counts each client once", async () => {
    const partitions = {
      "x-partition-0": part(consumer("a", 1, "0"), consumer("b", 2, "1")),
      "x-partition-1": part(consumer("a", 3, "0")),
    };
    const { stats, urls } = await statsFrom(json(200, { partitions: 2 }), json(200, { partitions }));
    assert.equal(urls[1], "/admin/v2/persistent/t/n/x/partitioned-stats?perPartition=true");
    assert.deepEqual([stats?.storageBytes, stats?.subscriptions["s"]?.backlog], [20, 4]);
    assert.deepEqual(
      stats?.subscriptions["s"]?.consumers.map(({ metadata }) => metadata["instance_id"]),
      ["0", "1"],
    );
  });
  it("reads a topic without partitions", async () => {
    const { stats } = await statsFrom(json(200, { partitions: 0 }), json(200, part(consumer("a", 1, "0"))));
    const first = stats?.subscriptions["s"]?.consumers[0];
    assert.equal(first && clientText("consumer", first), 'consumer "a" of t/n/f instance 0 from 10.0.0.1:1');
  });
  it("sums what has not come to other clusters", async () => {
    const to = (west: number, south?: number): object => ({
      ...part(),
      replication: {
        west: { replicationBacklog: west },
        ...(south === undefined ? {} : { south: { replicationBacklog: south } }),
      },
    });
    const partitions = { "x-partition-0": to(2, 0), "x-partition-1": to(3), "x-partition-2": part() };
    const { stats } = await statsFrom(json(200, { partitions: 3 }), json(200, { partitions }));
    assert.deepEqual(stats?.notReplicated, { south: 0, west: 5 });
  });
  describe("tells when clients connected", () => {
    const since = (...times: readonly (string | undefined)[]): Step => {
      const parts = times.map((connectedSince) => part({ ...consumer("a", 1, "0"), connectedSince }));
      return json(200, { partitions: Object.fromEntries(parts.map((each, index) => [`x-partition-${index}`, each])) });
    };
    const at =
      (date: string, step: Step): Step =>
      (response, request) => {
        response.setHeader("date", date);
        step(response, request);
      };
    const rows: readonly { what: string; step: Step; secondsAgo: number | undefined }[] = [
      {
        what: "by the broker's clock, wherever that stands",
        step: at("Sat, 01 Aug 2020 10:00:30 GMT", since("2020-08-01T12:00:00.123456789+02:00")),
        secondsAgo: 30,
      },
      {
        what: "last, where it is connected to several partitions",
        step: at("Sat, 01 Aug 2020 10:00:30 GMT", since("2020-08-01T10:00:10Z", "2020-08-01T10:00:20Z", undefined)),
        secondsAgo: 10,
      },
      { what: "unless the broker does not say so", step: since(undefined), secondsAgo: undefined },
      { what: "unless the answer has no time", step: at("", since("2020-08-01T10:00:10Z")), secondsAgo: undefined },
    ];
    for (const { what, step, secondsAgo } of rows)
      it(what, async () => {
        const { stats } = await statsFrom(json(200, { partitions: 2 }), step);
        const [first] = stats?.subscriptions["s"]?.consumers ?? [];
        const time = first && stats?.connectedAt.get(first);
        assert.equal(time && Math.round((Date.now() - time) / 1000), secondsAgo);
      });
  });
  it("does not take the broker's own for a subscription", async () => {
    const compacted = { storageSize: 10, publishers: [], subscriptions: { __compaction: { msgBacklog: 2 } } };
    const { stats } = await statsFrom(json(200, { partitions: 0 }), json(200, compacted));
    assert.deepEqual(stats?.subscriptions, {});
  });
  it("knows no topic", async () => {
    assert.equal((await statsFrom(reason(404, "Topic not found"))).stats, undefined);
  });
});
