import assert from "node:assert/strict";
import { stampKey, stampOf } from "../../../provider/pulsar/ownership";
import { subscription } from "../../../provider/pulsar/subscription";
import { topicOf } from "../../../provider/pulsar/topic-path";
import { topicStats } from "../../../provider/pulsar/topic-stats";
import { type Broker, freshName, useBroker } from "./broker";
import { produce, startConsumer } from "./client";
import { describeContract } from "./contract";
import { operate } from "./operations";
import { newNamespace, newTopic } from "./places";

describeContract({
  resource: subscription,
  fresh: async (broker) => ({ topic: await newTopic(broker), subscription: "tenant/namespace/reader" }),
  changes: [],
  optional: [],
  drifts: [],
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/subscription at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let topic: string;
  before(async () => {
    broker = await useBroker();
    topic = await newTopic(broker);
  });

  for (const { position, backlog } of [
    { position: "earliest", backlog: 2 },
    { position: "latest", backlog: 0 },
  ]) {
    it(`starts at ${position}`, async () => {
      const name = await newTopic(broker);
      await produce(broker, name);
      await produce(broker, name);
      await operate(subscription, broker).create({ topic: name, subscription: "s", position });
      assert.equal((await topicStats(broker.admin, topicOf(name)))?.subscriptions["s"]?.backlog, backlog);
    });
  }
  it("covers all partitions", async () => {
    const name = `${await newNamespace(broker)}/parts`;
    await broker.send("PUT", `/persistent/${name}/partitions`, 3);
    const made = operate(subscription, broker);
    await made.create({ topic: name, subscription: "s" });
    await made.refresh();
    assert.deepEqual(await broker.send("GET", `/persistent/${name}-partition-2/subscriptions`), ["s"]);
    await made.delete();
    assert.equal(await made.refresh(), undefined);
  });
  it("does not make the topic that it is told to read", async () => {
    const name = `${await newNamespace(broker)}/absent`;
    const made = operate(subscription, broker).create({ topic: name, subscription: "s" });
    await assert.rejects(
      made,
      /Could not create subscription s of topic persistent:.*absent: the topic does not exist/,
    );
    await assert.rejects(broker.send("GET", `/persistent/${name}/partitions`), /404/);
  });
  it("is gone with its topic", async () => {
    const name = await newTopic(broker);
    const made = operate(subscription, broker);
    await made.create({ topic: name, subscription: "s" });
    await broker.send("DELETE", `/persistent/${name}`);
    assert.equal(await made.refresh(), undefined);
    await made.delete();
  });
  it("knows a create again that was cut off before it was answered", async () => {
    const made = operate(subscription, broker);
    const properties = { [stampKey]: stampOf(made.urn) };
    const path = `/persistent/${topic}/subscription/cut`;
    await broker.send("PUT", path, { ledgerId: -1, entryId: -1, partitionIndex: -1, isExcluded: false, properties });
    await made.create({ topic, subscription: "cut", onExisting: "refuse" });
  });
  it("keeps properties of others when it adopts", async () => {
    const path = `/persistent/${topic}/subscription/theirs`;
    await broker.send("PUT", path, "earliest");
    await broker.send("PUT", `${path}/properties`, { theirs: "1" });
    const made = operate(subscription, broker);
    await made.create({ topic, subscription: "theirs" });
    assert.deepEqual(await broker.send("GET", `${path}/properties`), { theirs: "1", [stampKey]: stampOf(made.urn) });
  });
  it("waits for readers that leave, and names those that do not", async () => {
    const name = freshName("s");
    const made = operate(subscription, broker);
    await made.create({ topic, subscription: name, deleteWaitSeconds: 1 });
    const consumer = await startConsumer(broker, topic, name);
    await assert.rejects(
      made.delete(),
      /active connected consumers.*In use by consumer "reader" from 127\.0\.0\.1:\d+\./,
    );
    await made.update({ topic, subscription: name, deleteWaitSeconds: 30 });
    const deleted = made.delete();
    consumer.close();
    await deleted;
    assert.equal(await made.refresh(), undefined);
  });
  it("says that a position moves nothing later", async () => {
    const made = operate(subscription, broker);
    await made.create({ topic, subscription: "still" });
    await made.update({ topic, subscription: "still", position: "latest" });
    assert.match(made.messages.join(), /warning: .*stays where its readers are/);
  });
});
