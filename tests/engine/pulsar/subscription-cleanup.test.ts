import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { createAdminClient } from "../../../provider/pulsar/admin/client";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { subscription } from "../../../provider/pulsar/subscription";
import { subscriptionCleanup } from "../../../provider/pulsar/subscription-cleanup";
import { topic as topicResource } from "../../../provider/pulsar/topic";
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
  const names = (list: unknown): readonly string[] => (Array.isArray(list) ? list.map(String) : []);
  /** A member's clean-up, and the one beside it for changes. */
  const pair = () => {
    const urn = freshName("urn:pulumi:test::p::t::member");
    const more = { when: "changed", cleanup: `${urn.split("::").at(-1)}-cleanup` };
    const letGo = operate(subscriptionCleanup, broker, `${urn}-let-go`);
    return {
      cleanup: operate(subscriptionCleanup, broker, `${urn}-cleanup`),
      letGo: {
        ...letGo,
        create: (inputs: Properties) => letGo.create({ ...inputs, ...more }),
        update: (inputs: Properties) => letGo.update({ ...inputs, ...more }),
      },
    };
  };
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

  it("goes at the same time as topics that it is on, for which the broker would never answer", async () => {
    const ends = Array.from({ length: 30 }, async (_, index) => {
      const name = full(`${namespace}/${freshName("both")}`);
      const owner = operate(topicResource, broker);
      await owner.create({ topic: name });
      await subscribe(name.replace("persistent://", ""), "ours");
      const made = operate(subscriptionCleanup, broker);
      await made.create({ subscription: "ours", topics: [name] });
      return Promise.all([owner.delete(), sleep(index % 10).then(() => made.delete())]);
    });
    await Promise.all(ends);
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
    assert.match(
      made.messages.join("\n"),
      /warning: .* is left, since it belongs to a resource of its own.*unsubscribe/,
    );
    await owner.delete();
  });

  it("leaves what another clean-up reads in the same run", async () => {
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

  it("keeps another subscription than before in mind, and deletes the old one unless that is not wanted any more", async () => {
    for (const [enabled, left] of [
      [true, ["after"]],
      [false, ["after", "before"]],
    ] as const) {
      const topic = await newTopic("named-anew");
      for (const name of ["before", "after"]) await subscribe(topic, name);
      const made = operate(subscriptionCleanup, broker);
      const inputs = { subscription: "before", topics: [full(topic)], deleteWaitSeconds: 1 };
      await made.create(inputs);
      const { changes } = subscriptionCleanup.diff(made.state().inputs, { ...inputs, subscription: "after" });
      assert.deepEqual(changes, [{ path: "subscription", kind: "update", replace: false }]);
      await made.update({ ...inputs, subscription: "after", enabled });
      assert.deepEqual([...names(await subscriptionsOf(topic))].sort(), ["after", "before"]);
      await made.update({ ...inputs, subscription: "after", enabled, deleteWaitSeconds: 2 });
      assert.deepEqual([...names(await subscriptionsOf(topic))].sort(), left);
    }
  });

  it("lets go of topics that are no longer named, at the update that drops them", async () => {
    const [kept, dropped, found, lost, busy] = await Promise.all(
      ["kept", "dropped", "wide-1", "wide-x", "busy"].map((name) => newTopic(name)),
    );
    if (!kept || !dropped || !found || !lost || !busy) throw new Error("a topic is missing");
    for (const topic of [kept, dropped, found, lost]) await subscribe(topic, "ours");
    const reader = await startConsumer(broker, busy, "ours");
    const { cleanup, letGo } = pair();
    const inputs = { subscription: "ours", deleteWaitSeconds: 1 };
    const before = { ...inputs, topics: [kept, dropped, busy].map(full), patterns: [`${full(namespace)}/wide-.*`] };
    const after = { ...inputs, topics: [full(kept), full(found)] };
    await cleanup.create(before);
    await letGo.create(before);
    await cleanup.update(after);
    await letGo.update(after);
    const all = () => Promise.all([kept, dropped, found, lost, busy].map(subscriptionsOf));
    assert.deepEqual(await all(), [["ours"], [], ["ours"], [], ["ours"]]);
    assert.match(letGo.messages.join("\n"), new RegExp(`${busy} is still read by consumer "reader"`));
    reader.close();
    // Its own end is the other clean-up's affair, which deletes what it kept in mind as well.
    await letGo.delete();
    assert.deepEqual(await all(), [["ours"], [], ["ours"], [], ["ours"]]);
    await cleanup.delete();
    assert.deepEqual(await all(), [[], [], [], [], []]);
  });

  it("deletes what an update that failed had dropped, at the next one or at the end", async () => {
    const [first = "", second = "", third = ""] = await Promise.all(["f1", "f2", "f3"].map((name) => newTopic(name)));
    for (const topic of [first, second, third]) await subscribe(topic, "ours");
    const inputs = (topic: string) => ({ subscription: "ours", topics: [full(topic)], deleteWaitSeconds: 1 });
    const made = operate(subscriptionCleanup, broker);
    const all = () => Promise.all([first, second, third].map(subscriptionsOf));
    await made.create(inputs(first));
    // Pods do not come up, so that nothing is let go.
    await made.update(inputs(second));
    assert.deepEqual(await all(), [["ours"], ["ours"], ["ours"]]);
    await made.update(inputs(third));
    assert.deepEqual(await all(), [[], ["ours"], ["ours"]]);
    await made.delete();
    assert.deepEqual(await all(), [[], [], []]);
  });

  it("forgets what was dropped when it is read again, or when it is somebody else's by then", async () => {
    const [again = "", theirs = ""] = await Promise.all(["again", "theirs"].map((name) => newTopic(name)));
    for (const topic of [again, theirs]) await subscribe(topic, "ours");
    const made = operate(subscriptionCleanup, broker);
    const inputs = { subscription: "ours", deleteWaitSeconds: 1 };
    await made.create({ ...inputs, topics: [again, theirs].map(full) });
    await made.update({ ...inputs, topics: [] });
    await broker.send("DELETE", `/persistent/${theirs}/subscription/ours`);
    await subscribe(theirs, "ours");
    await made.update({ ...inputs, topics: [full(again)] });
    assert.deepEqual(await Promise.all([again, theirs].map(subscriptionsOf)), [["ours"], ["ours"]]);
    await made.delete();
    assert.deepEqual(await Promise.all([again, theirs].map(subscriptionsOf)), [[], ["ours"]]);
  });

  it("is not taken from a member that reads it, by one of another run or another process", async () => {
    const topic = await newTopic("moved");
    await subscribe(topic, "ours");
    const elsewhere = createAdminClient({ adminUrl: broker.adminUrl });
    try {
      const old = operate(subscriptionCleanup, broker);
      const inputs = { subscription: "ours", topics: [full(topic)], deleteWaitSeconds: 1 };
      await old.create(inputs);
      // Another pattern, and switched off: it reads all the same.
      const renamed = operate(subscriptionCleanup, { admin: elsewhere });
      await renamed.create({ subscription: "ours", patterns: [`${full(namespace)}/mov.*`], enabled: false });
      await old.delete();
      assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
      assert.match(old.messages.join("\n"), /warning: .*another member reads it.*`pulsar-admin topics unsubscribe/);
      // What is kept is nobody's after that.
      await renamed.delete();
      const last = operate(subscriptionCleanup, broker);
      await last.create(inputs);
      await last.delete();
      assert.deepEqual(await subscriptionsOf(topic), []);
    } finally {
      await elsewhere.close();
    }
  });

  it("stays with the one that takes the place of another under the same name, as with another provider", async () => {
    const topic = await newTopic("replaced");
    await subscribe(topic, "ours");
    const elsewhere = createAdminClient({ adminUrl: broker.adminUrl });
    try {
      const inputs = { subscription: "ours", topics: [full(topic)] };
      const old = operate(subscriptionCleanup, broker);
      await old.create(inputs);
      const made = operate(subscriptionCleanup, { admin: elsewhere }, old.urn);
      await made.create(inputs);
      await old.delete();
      assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
      await made.delete();
      assert.deepEqual(await subscriptionsOf(topic), []);
    } finally {
      await elsewhere.close();
    }
  });

  it("goes with the last of several members that read by it, also when all go at once", async () => {
    for (const isAtOnce of [false, true]) {
      const topic = await newTopic("several");
      await subscribe(topic, "ours");
      const members = [1, 2, 3].map(() => operate(subscriptionCleanup, { admin: { ...broker.admin } }));
      for (const each of members) await each.create({ subscription: "ours", topics: [full(topic)] });
      if (isAtOnce) await Promise.all(members.map((each) => each.delete()));
      else {
        for (const each of members) {
          assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
          await each.delete();
        }
      }
      assert.deepEqual(await subscriptionsOf(topic), []);
    }
  });

  it("moves with a topic from one member to another that reads by the same name", async () => {
    const [moved = "", staying = ""] = await Promise.all(["moved", "staying"].map((name) => newTopic(name)));
    for (const topic of [moved, staying]) await subscribe(topic, "ours");
    const { cleanup, letGo } = pair();
    const other = operate(subscriptionCleanup, broker);
    const inputs = { subscription: "ours", deleteWaitSeconds: 1 };
    for (const each of [cleanup, letGo]) await each.create({ ...inputs, topics: [moved, staying].map(full) });
    await other.create({ ...inputs, topics: [] });
    await other.update({ ...inputs, topics: [full(moved)] });
    for (const each of [cleanup, letGo]) await each.update({ ...inputs, topics: [full(staying)] });
    assert.deepEqual(await subscriptionsOf(moved), ["ours"]);
    await cleanup.delete();
    assert.deepEqual(await Promise.all([moved, staying].map(subscriptionsOf)), [["ours"], []]);
    await other.delete();
    assert.deepEqual(await subscriptionsOf(moved), []);
  });

  it("takes over from a resource of its own what a pattern reads from now on", async () => {
    const topic = await newTopic("by-pattern");
    const owner = operate(subscription, broker);
    await owner.create({ topic: full(topic), subscription: "ours" });
    const made = operate(subscriptionCleanup, { admin: { ...broker.admin } });
    await made.create({ subscription: "ours", patterns: [`${full(namespace)}/by-pattern.*`] });
    await owner.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), []);
  });

  it("deletes what a resource of its own has left when it ended", async () => {
    const topic = await newTopic("retained");
    const owner = operate(subscription, broker);
    await owner.create({ topic: full(topic), subscription: "ours", onDelete: "retain" });
    await owner.delete();
    assert.deepEqual(await subscriptionsOf(topic), ["ours"]);
    const made = operate(subscriptionCleanup, broker);
    await made.create({ subscription: "ours", topics: [full(topic)] });
    await made.delete();
    assert.deepEqual(await subscriptionsOf(topic), []);
  });

  it("is made, and goes when it is switched off, while no broker answers", async () => {
    const admin = createAdminClient({ adminUrl: "http://127.0.0.1:9" });
    try {
      const made = operate(subscriptionCleanup, { admin });
      await made.create({ subscription: "ours", patterns: ["persistent://t/n/a.*"], enabled: false });
      await made.delete();
    } finally {
      await admin.close();
    }
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
