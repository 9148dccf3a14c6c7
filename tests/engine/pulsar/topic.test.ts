import assert from "node:assert/strict";
import { type AdminClient } from "../../../provider/pulsar/admin/client";
import { AdminError } from "../../../provider/pulsar/admin/error";
import { stampKey, stampOf } from "../../../provider/pulsar/resource/ownership";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { topic } from "../../../provider/pulsar/topic";
import { topicOf } from "../../../provider/pulsar/topic/topic-path";
import { topicStats } from "../../../provider/pulsar/topic/topic-stats";
import { type Broker, freshName, useBroker } from "./broker";
import { produce, startConsumer, startProducer } from "./client";
import { describeContract } from "./contract";
import { importById, operate, withStranger } from "./operations";
import { newNamespace } from "./places";

const pathOf = (inputs: Properties): string => `/persistent/${String(inputs["topic"])}`;

for (const partitions of [0, 2]) {
  describeContract({
    resource: topic,
    fresh: async (broker) => ({
      topic: `${await newNamespace(broker)}/${freshName("made")}`,
      partitions,
      properties: { team: "red", "a.b": "1" },
    }),
    changes: [
      {
        to: { properties: { team: "blue", more: "2" } },
        paths: ["properties.team", 'properties["a.b"]', "properties.more"],
      },
      ...(partitions === 0 ? [] : [{ to: { partitions: 4 }, paths: ["partitions"] }]),
    ],
    optional: ["properties"],
    drifts: [
      {
        name: "another value of a property",
        path: "properties.team",
        act: (broker, inputs) => broker.send("PUT", `${pathOf(inputs)}/properties`, { team: "green" }),
      },
      {
        name: "protection taken away",
        path: "deleteWhileInactive",
        act: (broker, inputs) => broker.send("DELETE", `${pathOf(inputs)}/inactiveTopicPolicies`),
      },
    ],
    asksAtPreview: true,
    calls: { create: 5, refresh: 3 },
  });
}

describe("provider/pulsar/topic at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  let namespace: string;
  before(async () => {
    broker = await useBroker();
    namespace = await newNamespace(broker);
  });
  const fresh = (): string => `${namespace}/${freshName("made")}`;

  for (const partitions of [0, 3]) {
    it(`needs four calls to create and two to refresh with ${partitions} partitions`, async () => {
      const made = operate(topic, broker);
      broker.calls();
      await made.create({ topic: fresh(), partitions });
      assert.equal(broker.calls().length, 4);
      await made.refresh();
      assert.equal(broker.calls().length, 2);
    });
    it(`makes a non-persistent topic with ${partitions} partitions`, async () => {
      const inputs = { topic: `non-persistent://${fresh()}`, partitions };
      const made = operate(topic, broker);
      await made.create(inputs);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
      await made.delete();
      assert.equal(await made.refresh(), undefined);
    });
  }
  it("protects the topic from the broker's collection, and stops on request", async () => {
    const name = fresh();
    const made = operate(topic, broker);
    await made.create({ topic: name });
    const policies = async () => broker.send("GET", `/persistent/${name}/inactiveTopicPolicies`);
    assert.ok(JSON.stringify(await policies()).includes('"deleteWhileInactive":false'));
    await made.update({ topic: name, deleteWhileInactive: true });
    assert.equal(await policies(), undefined);
  });
  for (const { at, act, warned } of [
    { at: "a bare topic", act: () => Promise.resolve(), warned: /the broker may still delete it.*pulumi up --refresh/ },
    {
      at: "a protected one",
      act: (name: string) =>
        broker.send("POST", `/persistent/${name}/inactiveTopicPolicies`, {
          inactiveTopicDeleteMode: "delete_when_no_subscriptions",
          maxInactiveDurationSeconds: 60,
          deleteWhileInactive: false,
        }),
      warned: /^$/,
    },
  ]) {
    it(`tells at an import whether the broker may collect it: ${at}`, async () => {
      const name = fresh();
      await broker.send("PUT", `/persistent/${name}`, {});
      await act(name);
      const said: string[] = [];
      const state = await importById(topic, broker, `persistent://${name}`, (_, message) => said.push(message));
      assert.match(said.join(), warned);
      assert.equal(state?.inputs["deleteWhileInactive"], false);
    });
  }
  it("knows a create again that was cut off, and completes it", async () => {
    const name = fresh();
    const made = operate(topic, broker);
    await broker.send("PUT", `/persistent/${name}`, { [stampKey]: stampOf(made.urn) });
    await made.create({ topic: name, properties: { a: "1" }, onExisting: "refuse" });
    await made.refresh();
    assert.deepEqual(made.changed({ topic: name, properties: { a: "1" }, onExisting: "refuse" }), []);
  });
  describe("takes a bare topic, as a broker leaves it that dies while it makes one,", () => {
    const inputs = (topicName: string): Properties => ({
      topic: topicName,
      properties: { a: "1" },
      maxConsumersPerTopic: 3,
    });
    const madeWith = async (made: Properties, client: Pick<Broker, "admin"> = broker): Promise<void> => {
      const bare = operate(topic, client);
      await bare.create(made);
      await bare.refresh();
      assert.deepEqual(bare.changed(made), []);
    };

    it("for its own when the answer to its create was lost", async () => {
      const name = fresh();
      const lost: AdminClient = {
        ...broker.admin,
        send: async (request) => {
          if (request.method !== "PUT" || !request.path.endsWith(name)) return broker.admin.send(request);
          await broker.send("PUT", `/persistent/${name}`, {});
          return broker.admin.send(request).catch((error: unknown) => {
            throw error instanceof AdminError ? new AdminError({ ...error.facts, mayHaveTakenEffect: true }) : error;
          });
        },
      };
      await madeWith({ ...inputs(name), onExisting: "refuse" }, { admin: lost });
    });
    it("over when nobody has used it", async () => {
      const name = fresh();
      await broker.send("PUT", `/persistent/${name}`, {});
      await assert.rejects(madeWith({ ...inputs(name), onExisting: "refuse" }), /onExisting is "refuse"/);
      await assert.rejects(madeWith({ ...inputs(name), partitions: 2 }), /differs in partitions/);
      await madeWith(inputs(name));
    });
    it("over with its partitions when nobody has used it", async () => {
      const name = fresh();
      await broker.send("PUT", `/persistent/${name}/partitions`, 2);
      await assert.rejects(madeWith({ ...inputs(name), partitions: 3 }), /differs in partitions/);
      await madeWith({ ...inputs(name), partitions: 2 });
      const used = fresh();
      await broker.send("PUT", `/persistent/${used}/partitions`, 2);
      await broker.send("PUT", `/persistent/${used}/subscription/reader`, "earliest");
      await assert.rejects(madeWith({ ...inputs(used), partitions: 2 }), /differs in maxConsumersPerTopic .*adopt/);
    });
    it("over only when nobody has used it", async () => {
      const name = fresh();
      await broker.send("PUT", `/persistent/${name}`, {});
      await broker.send("PUT", `/persistent/${name}/subscription/reader`, "earliest");
      await assert.rejects(madeWith(inputs(name)), /differs in maxConsumersPerTopic .*adopt/);
    });
  });
  it("completes the partitions of a create that was cut off between them", async () => {
    const name = fresh();
    const made = operate(topic, broker);
    await made.create({ topic: name, partitions: 2 });
    await broker.send("DELETE", `/persistent/${name}-partition-1`);
    await made.create({ topic: name, partitions: 2 });
    assert.ok(JSON.stringify(await broker.send("GET", `/persistent/${namespace}`)).includes(`${name}-partition-1`));
  });
  it("says when the broker does not keep a property", async () => {
    const name = fresh();
    const theirs = {
      ...broker,
      admin: withStranger(broker.admin, () => broker.send("PUT", `/persistent/${name}/properties`, { a: "2" })),
    };
    const made = operate(topic, theirs).create({ topic: name, properties: { a: "1" } });
    await assert.rejects(
      made,
      /accepted topic persistent:.* but did not keep properties \(declared: \{"a":"1"\}, at the broker: \{"a":"2"\}\)/,
    );
  });
  it("cannot be adopted with fewer partitions, or with partitions where there are none", async () => {
    const [three, none] = [fresh(), fresh()];
    await operate(topic, broker).create({ topic: three, partitions: 3 });
    await operate(topic, broker).create({ topic: none });
    const adopt = { onExisting: "adopt" };
    await assert.rejects(
      operate(topic, broker).create({ topic: three, partitions: 2, ...adopt }),
      /cannot shrink to 2/,
    );
    await assert.rejects(
      operate(topic, broker).create({ topic: none, partitions: 2, ...adopt }),
      /without partitions cannot be given 2/,
    );
  });
  it("refuses to lose messages, names them, and loses them with force", async () => {
    const name = fresh();
    const made = operate(topic, broker);
    await made.create({ topic: name });
    await broker.send("PUT", `/persistent/${name}/subscription/reader`, "earliest");
    await produce(broker, name);
    await assert.rejects(
      made.delete(),
      /is not deleted, since it holds 1 message not acknowledged in subscription reader\. Set onDelete to "force" to lose them: that counts once "pulumi up" has run/,
    );
    await made.update({ topic: name, onDelete: "force" });
    await made.delete();
    assert.equal(await made.refresh(), undefined);
  });
  it("waits for clients that leave, and names those that do not", async () => {
    const name = fresh();
    const made = operate(topic, broker);
    await made.create({ topic: name, partitions: 2, deleteWaitSeconds: 1 });
    const [producer, consumer] = await Promise.all([startProducer(broker, name), startConsumer(broker, name, "s")]);
    const stats = await topicStats(broker.admin, topicOf(name));
    assert.deepEqual([stats?.publishers.length, stats?.subscriptions["s"]?.consumers.length], [1, 1]);
    await assert.rejects(
      made.delete(),
      /active producers\/subscriptions.*In use by producer "writer" from 127\.0\.0\.1:\d+, consumer "reader"/,
    );
    await made.update({ topic: name, partitions: 2, deleteWaitSeconds: 30 });
    const deleted = made.delete();
    producer.close();
    consumer.close();
    await deleted;
    assert.equal(await made.refresh(), undefined);
  });
  it("refuses to lose messages that arrive while it waits", async () => {
    const name = fresh();
    let isWritten = false;
    const leave = async (): Promise<void> => {
      isWritten = true;
      await produce(broker, name);
      producer.close();
    };
    const writing: AdminClient = {
      ...broker.admin,
      send: async (request) => {
        const answer = broker.admin.send(request);
        if (request.method === "DELETE" && !isWritten) await answer.catch(leave);
        return answer;
      },
    };
    const made = operate(topic, { admin: writing });
    await made.create({ topic: name, deleteWaitSeconds: 30 });
    await broker.send("PUT", `/persistent/${name}/subscription/reader`, "earliest");
    const producer = await startProducer(broker, name);
    await assert.rejects(made.delete(), /holds 1 message not acknowledged in subscription reader/);
    assert.ok(isWritten);
    assert.notEqual(await made.refresh(), undefined);
  });
  it("grows by somebody else's hand into a change that cannot be made", async () => {
    const name = fresh();
    const made = operate(topic, broker);
    await made.create({ topic: name, partitions: 2 });
    await broker.send("POST", `/persistent/${name}/partitions`, 3);
    await made.refresh();
    const { failures } = topic.check({ topic: name, partitions: 2 }, made.state().inputs);
    assert.match(failures[0]?.reason ?? "", /has 3 partitions and cannot shrink to 2/);
  });
});
