import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { subscription } from "../../../provider/pulsar/subscription";
import { topic } from "../../../provider/pulsar/topic";
import { topicOf } from "../../../provider/pulsar/topic/topic-path";
import { topicStats } from "../../../provider/pulsar/topic/topic-stats";
import { guideProgram } from "../harness/guide-programs";
import { Stack } from "../harness/stack";
import { type Broker, freshName, useBroker } from "./broker";
import { consume, produce, startConsumer } from "./client";
import { type Operated, operate } from "./operations";
import { newNamespace } from "./places";

/** Subscriptions go before their topics: what was read has to be known then, and what was not must not be lost. */
describe("a topic and its subscription with messages", function () {
  this.timeout(180_000);
  let broker: Broker;
  before(async () => {
    broker = await useBroker();
  });

  interface Pair {
    readonly name: string;
    readonly ofTopic: Operated;
    readonly ofSubscription: Operated;
    readonly inputs: { readonly topic: string; readonly subscription: string; readonly deleteWaitSeconds: number };
  }
  async function newPair(partitions = 0): Promise<Pair> {
    const name = `${await newNamespace(broker)}/${freshName("topic")}`;
    const [ofTopic, ofSubscription] = [operate(topic, broker), operate(subscription, broker)];
    const inputs = { topic: name, subscription: "s", deleteWaitSeconds: 1 };
    await ofTopic.create({ topic: name, partitions, deleteWaitSeconds: 1 });
    await ofSubscription.create(inputs);
    await produce(broker, name);
    await produce(broker, name);
    return { name, ofTopic, ofSubscription, inputs };
  }
  const backlogOf = async (name: string, reader: string): Promise<number | undefined> =>
    (await topicStats(broker.admin, topicOf(name)))?.subscriptions[reader]?.backlog;
  /** The broker hears of what was acknowledged a moment later. */
  async function readAll(name: string, reader: string, count: number): Promise<void> {
    await consume(broker, { topic: name, subscription: reader, count });
    for (let looks = 0; looks < 100 && (await backlogOf(name, reader)) !== 0; looks++) await sleep(100);
    assert.equal(await backlogOf(name, reader), 0);
  }

  for (const partitions of [0, 2]) {
    it(`go when all is read, with ${partitions} partitions`, async () => {
      const { name, ofTopic, ofSubscription } = await newPair(partitions);
      await readAll(name, "s", 2);
      await ofSubscription.delete();
      await ofTopic.delete();
      assert.equal(await ofTopic.refresh(), undefined);
    });
    it(`stay when something is not, and go with force, with ${partitions} partitions`, async () => {
      const { name, ofTopic, ofSubscription, inputs } = await newPair(partitions);
      await assert.rejects(
        ofSubscription.delete(),
        /Subscription s of topic .* is not deleted, since it holds 2 messages not acknowledged\. .*onDelete to "force"/,
      );
      await assert.rejects(ofTopic.delete(), /holds 2 messages not acknowledged in subscription s/);
      assert.equal(await backlogOf(name, "s"), 2);
      await ofSubscription.update({ ...inputs, onDelete: "force" });
      await ofSubscription.delete();
      await assert.rejects(ofTopic.delete(), /bytes of messages, and no subscription tells whether they were read/);
      await ofTopic.update({ topic: name, partitions, onDelete: "force" });
      await ofTopic.delete();
      assert.equal(await ofTopic.refresh(), undefined);
    });
  }
  it("wait for a reader that has messages to acknowledge, and name it", async () => {
    const { name, ofSubscription } = await newPair();
    const reader = await startConsumer(broker, name, "s");
    await assert.rejects(ofSubscription.delete(), /holds 2 messages not acknowledged\. In use by consumer "reader"/);
    reader.close();
  });
  it("do not lose what is written between the two", async () => {
    const { name, ofTopic, ofSubscription } = await newPair();
    await readAll(name, "s", 2);
    await ofSubscription.delete();
    await produce(broker, name);
    await assert.rejects(ofTopic.delete(), /no subscription tells whether they were read/);
  });
  it("are kept by a run that does not know what was read", async () => {
    const { name, ofTopic, ofSubscription } = await newPair();
    await readAll(name, "s", 2);
    await ofSubscription.delete();
    ofTopic.enterRun({ admin: { ...broker.admin } });
    await assert.rejects(ofTopic.delete(), /no subscription tells whether they were read/);
  });
  it("in a program: destroy is refused until all is read", async () => {
    const name = "retail/orders/clicks";
    const clusters = await broker.send("GET", "/clusters");
    await broker.send("PUT", "/tenants/retail", { adminRoles: [], allowedClusters: clusters });
    await broker.send("PUT", "/namespaces/retail/orders", {});
    const stack = await Stack.create(guideProgram("topics", "yaml"));
    try {
      await stack.pulumi("config", "set", "function-mesh:adminUrl", broker.adminUrl);
      const up = await stack.up();
      assert.equal(up.code, 0, up.output);
      await produce(broker, name);
      const refused = await stack.destroy();
      assert.notEqual(refused.code, 0);
      assert.match(refused.output, /is not deleted, since it holds 1 message not acknowledged/);
      await readAll(name, "billing", 1);
      const destroyed = await stack.destroy();
      assert.equal(destroyed.code, 0, destroyed.output);
      assert.equal(await topicStats(broker.admin, topicOf(name)), undefined);
    } finally {
      await stack.remove();
      await broker.send("DELETE", "/namespaces/retail/orders");
      await broker.send("DELETE", "/tenants/retail");
    }
  });
});
