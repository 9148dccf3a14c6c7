import assert from "node:assert/strict";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { schema } from "../../../provider/pulsar/schema";
import { type Broker, useBroker } from "./broker";
import { describeContract } from "./contract";
import { operate } from "./operations";
import { newTopic } from "./places";

const record = (...fields: readonly object[]): string => JSON.stringify({ type: "record", name: "Order", fields });
const first = { name: "id", type: "string" };
const second = { name: "note", type: "string", default: "" };
const third = { name: "place", type: "string", default: "" };

const register = (broker: Broker, inputs: Properties, definition: string): Promise<unknown> =>
  broker.send("POST", `/schemas/${String(inputs["topic"])}/schema`, {
    type: "AVRO",
    schema: definition,
    properties: {},
  });

describeContract({
  resource: schema,
  fresh: async (broker) => ({
    topic: await newTopic(broker),
    type: "AVRO",
    definition: record(first),
    properties: { a: "1" },
  }),
  changes: [{ to: { definition: record(first, second) }, paths: ["definition"] }],
  optional: [],
  drifts: [],
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/schema at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async () => (broker = await useBroker()));

  for (const type of ["STRING", "BYTES", "INT64", "BOOLEAN"]) {
    it(`registers ${type}, which has no definition`, async () => {
      const inputs = { topic: await newTopic(broker), type };
      const made = operate(schema, broker);
      await made.create(inputs);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
      await made.delete();
      assert.equal(await made.refresh(), undefined);
    });
  }
  it("takes a definition with its keys in another order for the same", async () => {
    const topic = await newTopic(broker);
    const made = operate(schema, broker);
    await made.create({ topic, type: "AVRO", definition: record(first) });
    assert.deepEqual(
      made.changed({
        topic,
        type: "AVRO",
        definition: `{ "fields": [{"type":"string","name":"id"}], "name":"Order", "type":"record" }`,
      }),
      [],
    );
  });
  it("is no drift that a client registered a newer version, and that one is left at the end", async () => {
    const inputs = { topic: await newTopic(broker), type: "AVRO", definition: record(first) };
    const made = operate(schema, broker);
    await made.create(inputs);
    await register(broker, inputs, record(first, third));
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
    assert.match(made.messages.join(), /is left/);
  });
  it("is registered again when somebody deleted it", async () => {
    const inputs = { topic: await newTopic(broker), type: "STRING" };
    const made = operate(schema, broker);
    await made.create(inputs);
    await broker.send("DELETE", `/schemas/${inputs.topic}/schema`);
    assert.equal(await made.refresh(), undefined);
    await made.create(inputs);
    assert.notEqual(await made.refresh(), undefined);
  });
  it("changes its type by being made anew", async () => {
    const topic = await newTopic(broker);
    const made = operate(schema, broker);
    await made.create({ topic, type: "STRING" });
    const { changes, deleteBeforeReplace } = schema.diff(made.state().inputs, { topic, type: "INT32" });
    assert.deepEqual([changes, deleteBeforeReplace], [[{ path: "type", kind: "update", replace: true }], true]);
    await made.delete();
    await made.create({ topic, type: "INT32" });
  });
  it("quotes the broker when a definition is not compatible", async () => {
    const topic = await newTopic(broker);
    const made = operate(schema, broker);
    await made.create({ topic, type: "AVRO", definition: record(first) });
    const changed = made.update({ topic, type: "AVRO", definition: record({ name: "id", type: "int" }) });
    await assert.rejects(changed, /Could not register the schema of topic persistent:.*: Pulsar answered 409 "/);
  });
});
