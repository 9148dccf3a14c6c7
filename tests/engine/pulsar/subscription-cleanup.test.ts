import assert from "node:assert/strict";
import { subscriptionCleanup } from "../../../provider/pulsar/subscription-cleanup";
import { type Broker, freshName, useBroker } from "./broker";
import { startConsumer } from "./client";
import { checkedInputs, operate } from "./operations";
import { newNamespace } from "./places";

describe("provider/pulsar/subscription-cleanup at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let namespace: string;
  before(async () => {
    broker = await useBroker();
    namespace = await newNamespace(broker);
  });

  const newTopic = async (name: string, partitions = 0): Promise<string> => {
    const topic = `${namespace}/${freshName(name)}`;
    await broker.send(
      "PUT",
      `/persistent/${topic}${partitions > 0 ? "/partitions" : ""}`,
      partitions > 0 ? partitions : {},
    );
    return topic;
  };
  const subscribe = (topic: string, name: string): Promise<unknown> =>
    broker.send("PUT", `/persistent/${topic}/subscription/${name}`, "earliest");
  const subscriptionsOf = (topic: string): Promise<unknown> => broker.send("GET", `/persistent/${topic}/subscriptions`);
  const full = (topic: string): string => `persistent://${topic}`;

  it("does nothing before it is deleted, then deletes its own subscription and no other", async () => {
    const [first, second] = [await newTopic("a"), await newTopic("b", 2)];
    for (const topic of [first, second]) await subscribe(topic, "ours");
    await subscribe(first, "theirs");
    const made = operate(subscriptionCleanup, broker);
    await made.create({ subscription: "ours", topics: [full(first), full(second)] });
    assert.deepEqual(await subscriptionsOf(second), ["ours"]);
    await made.delete();
    assert.deepEqual(await subscriptionsOf(first), ["theirs"]);
    assert.deepEqual(await subscriptionsOf(second), []);
    await made.delete();
  });

  it("finds the topics of a pattern when it is deleted, and leaves others of the namespace alone", async () => {
    const made = operate(subscriptionCleanup, broker);
    await made.create({ subscription: "ours", patterns: [`${full(namespace)}/clicks-.*`] });
    const [matched, parted, other] = [
      await newTopic("clicks"),
      await newTopic("clicks", 3),
      await newTopic("views-clicks"),
    ];
    for (const topic of [matched, parted, other]) await subscribe(topic, "ours");
    await made.delete();
    assert.deepEqual([await subscriptionsOf(matched), await subscriptionsOf(parted)], [[], []]);
    assert.deepEqual(await subscriptionsOf(other), ["ours"]);
  });

  it("leaves what somebody still reads, and says who", async () => {
    const topic = await newTopic("read");
    const reader = await startConsumer(broker, topic, "ours");
    const made = operate(subscriptionCleanup, broker);
    await made.create({
      subscription: "ours",
      topics: [full(topic)],
      deleteTopics: [full(topic)],
      deleteWaitSeconds: 1,
    });
    await assert.rejects(made.delete(), /In use by consumer "reader"/);
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
    reader.close();
    await made.delete();
    await assert.rejects(broker.send("GET", `/persistent/${topic}/partitions`), /404/);
  });

  it("keeps a topic to be deleted on which somebody else has a subscription", async () => {
    const topic = await newTopic("shared");
    for (const name of ["ours", "theirs"]) await subscribe(topic, name);
    const made = operate(subscriptionCleanup, broker);
    await made.create({ subscription: "ours", topics: [full(topic)], deleteTopics: [full(topic)] });
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["theirs"]);
    assert.match(made.messages.join("\n"), /is left, since it has other subscriptions: theirs/);
  });

  it("puts up with topics that are gone", async () => {
    const made = operate(subscriptionCleanup, broker);
    const gone = `${full(namespace)}/gone`;
    await made.create({
      subscription: "ours",
      topics: [gone],
      deleteTopics: [gone],
      patterns: ["persistent://no/where/.*"],
    });
    await made.delete();
  });

  it("takes full topic names only", () => {
    const { failures } = subscriptionCleanup.check(
      { subscription: "s", topics: ["short"], patterns: ["a-.*"] },
      undefined,
    );
    assert.deepEqual(
      failures.map(({ property }) => property),
      ["topics[0]", "patterns[0]"],
    );
    assert.throws(() => checkedInputs(subscriptionCleanup, {}, undefined));
  });
});
