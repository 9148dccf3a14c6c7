import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { recordOf } from "../../../provider/pulsar/resource/decode";
import { stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { subscription } from "../../../provider/pulsar/subscription";
import { topicOf } from "../../../provider/pulsar/topic/topic-path";
import { topicStats } from "../../../provider/pulsar/topic/topic-stats";
import { type Broker, freshName, useBroker } from "./broker";
import { produce, startConsumer } from "./client";
import { describeContract } from "./contract";
import { operate } from "./operations";
import { newNamespace, newTopic } from "./places";

const pathOf = ({ topic, subscription: name }: Properties): string =>
  `/persistent/${String(topic)}/subscription/${encodeURIComponent(String(name))}`;

for (const partitions of [0, 2]) {
  describeContract({
    resource: subscription,
    fresh: async (broker) => ({
      topic: await newTopic(broker, partitions),
      subscription: "tenant/namespace/reader",
      properties: { team: "red", "a.b": "1" },
      replicated: true,
    }),
    changes: [
      {
        to: { properties: { team: "blue", more: "2" } },
        paths: ["properties.team", 'properties["a.b"]', "properties.more"],
      },
      { to: { replicated: false }, paths: ["replicated"] },
    ],
    optional: ["properties", "replicated"],
    drifts: [
      {
        name: "another value of a property",
        path: "properties.team",
        act: async (broker, inputs) => {
          const path = `${pathOf(inputs)}/properties`;
          await broker.send("PUT", path, { ...recordOf(await broker.send("GET", path)), team: "green" });
        },
      },
      {
        name: "not replicated any more",
        path: "replicated",
        act: (broker, inputs) => broker.send("POST", `${pathOf(inputs)}/replicatedSubscriptionStatus`, false),
      },
    ],
    asksAtPreview: true,
    calls: { create: 5, refresh: 2 },
  });
}

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
  const backlogOf = async (name: string): Promise<number | undefined> =>
    (await topicStats(broker.admin, topicOf(name)))?.subscriptions["s"]?.backlog;
  /** A topic with three messages, and a time between the second and the third. */
  const withMessages = async (partitions: number): Promise<{ readonly name: string; readonly time: string }> => {
    const name = await newTopic(broker, partitions);
    await produce(broker, name);
    await produce(broker, name);
    await sleep(20);
    const time = new Date().toISOString();
    await sleep(20);
    await produce(broker, name);
    return { name, time };
  };
  for (const partitions of [0, 2]) {
    it(`starts at a time, with ${partitions} partitions`, async () => {
      const { name, time } = await withMessages(partitions);
      const inputs = { topic: name, subscription: "s", positionTime: time };
      const made = operate(subscription, broker);
      await made.create(inputs);
      assert.equal(await backlogOf(name), 1);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
      await made.create({ ...inputs, onExisting: "refuse" });
      assert.equal(await backlogOf(name), 1);
    });
    it(`is moved by another reset token, and by nothing else, with ${partitions} partitions`, async () => {
      const { name, time } = await withMessages(partitions);
      const bare = { topic: name, subscription: "s" };
      const made = operate(subscription, broker);
      await made.create({ ...bare, position: "latest" });
      for (const [inputs, backlog] of [
        [{ position: "earliest" }, 0],
        [{ position: "earliest", resetToken: "a" }, 3],
        [{ position: "latest", resetToken: "a" }, 3],
        [{ position: "latest", resetToken: "a", properties: { a: "1" } }, 3],
        [{ position: "latest" }, 3],
        [{ position: "latest", resetToken: "b" }, 0],
        [{ positionTime: time, resetToken: "c" }, 1],
      ] as const) {
        await made.update({ ...bare, ...inputs });
        assert.equal(await backlogOf(name), backlog, JSON.stringify(inputs));
      }
    });
  }
  for (const partitions of [0, 2]) {
    it(`stays replicated when its topic is loaded anew, with ${partitions} partitions`, async () => {
      const { name, time } = await withMessages(partitions);
      const isReplicated = async (): Promise<readonly unknown[]> => {
        await broker.send("PUT", `/persistent/${name}/unload`);
        const path = `/persistent/${name}/subscription/s/replicatedSubscriptionStatus`;
        return [...new Set(Object.values(recordOf(await broker.send("GET", path))))];
      };
      const inputs = { topic: name, subscription: "s", replicated: true };
      const made = operate(subscription, broker);
      await made.create(inputs);
      assert.deepEqual(await isReplicated(), [true], "made");
      await made.update({ ...inputs, positionTime: time, resetToken: "a" });
      assert.deepEqual(await isReplicated(), [true], "moved");
      await made.update({ ...inputs, replicated: false });
      assert.deepEqual(await isReplicated(), [false], "not replicated any more");
    });
  }
  it("finishes a create at a time that was cut off before it was moved", async () => {
    const { name, time } = await withMessages(0);
    const made = operate(subscription, broker);
    const properties = { [stampKey]: stampOf(made.urn), "function-mesh.moving": "1" };
    const body = { ledgerId: -1, entryId: -1, partitionIndex: -1, isExcluded: false, properties };
    await broker.send("PUT", `/persistent/${name}/subscription/s`, body);
    await made.create({ topic: name, subscription: "s", positionTime: time, onExisting: "refuse" });
    assert.equal(await backlogOf(name), 1);
    const left = await broker.send("GET", `/persistent/${name}/subscription/s/properties`);
    assert.deepEqual(left, { [stampKey]: stampOf(made.urn) });
  });
  it("starts at a message, and goes back to it", async () => {
    const { name } = await withMessages(0);
    const { ledgerId, entryId } = recordOf(await broker.send("GET", `/persistent/${name}/lastMessageId`));
    const bare = { topic: name, subscription: "s", positionMessageId: `${String(ledgerId)}:${Number(entryId) - 1}` };
    const made = operate(subscription, broker);
    await made.create(bare);
    assert.equal(await backlogOf(name), 2);
    await broker.send("POST", `/persistent/${name}/subscription/s/skip_all`);
    await made.update({ ...bare, resetToken: "again" });
    assert.equal(await backlogOf(name), 2);
  });
  it("does not take one message for a place in each partition", async () => {
    const name = await newTopic(broker, 2);
    const inputs = { topic: name, subscription: "s", positionMessageId: "3:4" };
    await assert.rejects(operate(subscription, broker).create(inputs), /has 2 partitions\. Use positionTime\./);
    assert.deepEqual(await broker.send("GET", `/persistent/${name}/subscriptions`), []);
  });
  it("made six at once are six", async () => {
    const name = await newTopic(broker);
    await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        operate(subscription, broker).create({ topic: name, subscription: `s${index}`, properties: { a: "1" } }),
      ),
    );
    assert.equal(Object(await broker.send("GET", `/persistent/${name}/subscriptions`)).length, 6);
  });
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
