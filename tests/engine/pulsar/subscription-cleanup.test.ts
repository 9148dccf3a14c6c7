import assert from "node:assert/strict";
import { subscription } from "../../../provider/pulsar/subscription";
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
    await made.delete();
    assert.match(made.messages.join("\n"), /warning: .* is left, since it is in use by consumer "reader" from/);
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
    reader.close();
    await made.delete();
    await assert.rejects(broker.send("GET", `/persistent/${topic}/partitions`), /404/);
  });

  it("does nothing where it is switched off, and can be switched off before it is deleted", async () => {
    const topic = await newTopic("kept");
    await subscribe(topic, "ours");
    const made = operate(subscriptionCleanup, broker);
    const inputs = { subscription: "ours", topics: [full(topic)], deleteTopics: [full(topic)] };
    await made.create(inputs);
    assert.deepEqual(made.changed({ ...inputs, enabled: false }), ["enabled"]);
    await made.update({ ...inputs, enabled: false });
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
  });

  it("leaves a subscription that is a resource of its own", async () => {
    const topic = await newTopic("owned");
    const owner = operate(subscription, broker);
    await owner.create({ topic: full(topic), subscription: "ours" });
    const made = operate(subscriptionCleanup, broker);
    await made.create({ subscription: "ours", topics: [full(topic)] });
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
    assert.match(made.messages.join("\n"), /belongs to a resource of its own and is left/);
    await owner.delete();
  });

  it("leaves what another clean-up has taken up in the same run", async () => {
    const topics = [await newTopic("renamed"), await newTopic("given-up")];
    for (const topic of topics) await subscribe(topic, "ours");
    const [old, renamed] = [operate(subscriptionCleanup, broker), operate(subscriptionCleanup, broker)];
    await old.create({ subscription: "ours", topics: topics.map(full) });
    await renamed.create({ subscription: "ours", topics: topics.slice(0, 1).map(full) });
    await old.delete();
    assert.deepEqual(await Promise.all(topics.map(subscriptionsOf)), [["ours"], []]);
    await renamed.delete();
    assert.deepEqual(await Promise.all(topics.map(subscriptionsOf)), [[], []]);
  });

  it("deletes with another subscription what it had, and is made anew", async () => {
    const topic = await newTopic("named-anew");
    for (const name of ["before", "after"]) await subscribe(topic, name);
    const made = operate(subscriptionCleanup, broker);
    const inputs = { subscription: "before", topics: [full(topic)] };
    await made.create(inputs);
    const { changes } = subscriptionCleanup.diff(made.state().inputs, { ...inputs, subscription: "after" });
    assert.deepEqual(changes, [{ path: "subscription", kind: "update", replace: true }]);
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["after"]);
  });

  it("lets go of topics that are no longer named, at the update that drops them", async () => {
    const [kept, dropped, found, lost, busy] = await Promise.all(
      ["kept", "dropped", "wide-1", "wide-x", "busy"].map((name) => newTopic(name)),
    );
    if (!kept || !dropped || !found || !lost || !busy) throw new Error("a topic is missing");
    for (const topic of [kept, dropped, found, lost]) await subscribe(topic, "ours");
    const reader = await startConsumer(broker, busy, "ours");
    const made = operate(subscriptionCleanup, broker);
    const inputs = { subscription: "ours", when: "changed", deleteWaitSeconds: 1 };
    const wide = `${full(namespace)}/wide-.*`;
    await made.create({ ...inputs, topics: [kept, dropped, busy].map(full), patterns: [wide] });
    await made.update({ ...inputs, topics: [full(kept), full(found)] });
    assert.deepEqual(await Promise.all([kept, dropped, found, lost, busy].map(subscriptionsOf)), [
      ["ours"],
      [],
      ["ours"],
      [],
      ["ours"],
    ]);
    assert.match(made.messages.join("\n"), new RegExp(`${busy} is left, since it is in use by consumer "reader"`));
    reader.close();
    // Its own end is the other clean-up's affair.
    await made.delete();
    assert.deepEqual(await subscriptionsOf(kept), ["ours"]);
  });

  it("reads Java's expressions, and says which it cannot read", async () => {
    const topic = await newTopic("java.clicks");
    await subscribe(topic, "ours");
    const made = operate(subscriptionCleanup, broker);
    const unreadable = `${full(namespace)}/[a-z&&[^x]].*`;
    await made.create({ subscription: "ours", patterns: [unreadable] });
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
    assert.match(made.messages.join("\n"), /warning: The expression .* cannot be read here/);
    const readable = operate(subscriptionCleanup, broker);
    await readable.create({ subscription: "ours", patterns: [`${full(namespace)}/\\Qjava.\\E(?i)CLICKS.*+`] });
    await readable.delete();
    assert.deepEqual(await subscriptionsOf(topic), []);
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
