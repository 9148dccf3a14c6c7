import assert from "node:assert/strict";
import { type Properties } from "../../../provider/pulsar/resource/resource";
import { schema } from "../../../provider/pulsar/schema";
import { type Broker, useBroker } from "./broker";
import { describeContract } from "./contract";
import { importById, type Operated, operate } from "./operations";
import { newTopic } from "./places";
import { field, postSchema, protobuf, record, replaceSchema } from "./schemas";

const first = field("id", "string");
const second = field("note", "string", "");
const third = field("place", "string", "");

describeContract({
  resource: schema,
  fresh: async (broker) => ({
    topic: await newTopic(broker),
    type: "AVRO",
    definition: record(first),
    properties: { a: "1" },
  }),
  changes: [
    { to: { definition: record(first, second) }, paths: ["definition"] },
    { to: { definition: record(first, second), properties: { a: "2" } }, paths: ["definition", "properties.a"] },
  ],
  optional: [],
  drifts: [
    {
      name: "another schema in its place",
      path: "definition",
      act: (broker, inputs) =>
        replaceSchema(broker, inputs, { type: "AVRO", schema: record(first, third), properties: { a: "1" } }),
    },
  ],
  asksAtPreview: true,
  calls: { create: 3, refresh: 1 },
});

describeContract({
  resource: schema,
  fresh: async (broker) => ({
    topic: await newTopic(broker),
    type: "KEY_VALUE",
    key: { type: "STRING" },
    value: { type: "JSON", definition: record(first), properties: { b: "1" } },
    encoding: "SEPARATED",
    properties: { a: "1" },
  }),
  changes: [
    {
      to: { value: { type: "JSON", definition: record(first, second), properties: { b: "1" } } },
      paths: ["value.definition"],
    },
  ],
  optional: [],
  drifts: [],
  asksAtPreview: true,
  calls: { create: 3, refresh: 1 },
});

describe("provider/pulsar/schema at a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async () => (broker = await useBroker()));

  /** All of a life: what is imported must be what was declared. */
  async function live(given: Properties): Promise<void> {
    const inputs = { topic: await newTopic(broker), ...given };
    const made = operate(schema, broker);
    const { id } = await made.create(inputs);
    await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
    const imported = await importById(schema, broker, id);
    assert.deepEqual(schema.diff(imported?.inputs ?? {}, schema.check(inputs, undefined).inputs).changes, []);
    assert.deepEqual(schema.check(imported?.inputs ?? {}, undefined).failures, []);
    await made.delete();
    assert.equal(await made.refresh(), undefined);
  }

  const plain = "BOOLEAN BYTES DATE DOUBLE FLOAT INSTANT INT16 INT32 INT64 INT8 LOCAL_DATE LOCAL_DATE_TIME LOCAL_TIME";
  for (const type of `${plain} STRING TIME TIMESTAMP`.split(" ")) {
    it(`registers ${type}, which has no definition`, () => live({ type, properties: { a: "ü" } }));
  }
  for (const type of ["AVRO", "JSON", "PROTOBUF"]) {
    it(`registers ${type}`, () => live({ type, definition: record(first) }));
  }
  it("registers PROTOBUF_NATIVE", () => live({ type: "PROTOBUF_NATIVE", definition: protobuf() }));
  const exact = '{"type":"record","name":"R","fields":[{"name":"a","type":"long","default":9223372036854775807}]}';
  for (const [key, value] of [
    [{ type: "STRING" }, { type: "INT64" }],
    [
      { type: "AVRO", definition: record(first) },
      { type: "AVRO", definition: exact, properties: { b: "2", a: "1" } },
    ],
    [{ type: "BYTES" }, { type: "PROTOBUF_NATIVE", definition: protobuf() }],
    [{ type: "JSON", definition: exact }, { type: "LOCAL_DATE_TIME" }],
  ] as const) {
    it(`registers pairs of ${key.type} and ${value.type}`, () => live({ type: "KEY_VALUE", key, value }));
  }
  it("takes a definition with its keys in another order for the same", async () => {
    const topic = await newTopic(broker);
    const made = operate(schema, broker);
    await made.create({ topic, type: "AVRO", definition: record(first) });
    const definition = `{ "fields": [{"type":"string","name":"id"}], "name":"Order", "type":"record" }`;
    assert.deepEqual(made.changed({ topic, type: "AVRO", definition }), []);
  });
  it("is no drift that a client registered a newer version, which the outputs tell, and that one is left", async () => {
    const inputs = { topic: await newTopic(broker), type: "AVRO", definition: record(first) };
    const made = operate(schema, broker);
    await made.create(inputs);
    await postSchema(broker, inputs, { type: "AVRO", schema: record(first, third) });
    const read = await made.refresh();
    assert.deepEqual(made.changed(inputs), []);
    assert.deepEqual([read?.outputs["version"], read?.outputs["latestVersion"]], [0, 1]);
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
    assert.match(made.messages.join(), /is left/);
  });
  it("is registered again when somebody deleted it, and versions go on", async () => {
    const inputs = { topic: await newTopic(broker), type: "STRING" };
    const made = operate(schema, broker);
    await made.create(inputs);
    await broker.send("DELETE", `/schemas/${inputs.topic}/schema`);
    assert.equal(await made.refresh(), undefined);
    const { outputs } = await made.create(inputs);
    assert.deepEqual([outputs["version"], outputs["latestVersion"]], [2, 2]);
  });
  it("goes with all versions by force, and the numbers begin again", async () => {
    const inputs = { topic: await newTopic(broker), type: "AVRO", definition: record(first), onDelete: "force" };
    const made = operate(schema, broker);
    await made.create(inputs);
    await postSchema(broker, inputs, { type: "AVRO", schema: record(first, third) });
    await made.delete();
    assert.equal(await made.refresh(), undefined);
    await made.delete();
    assert.equal((await made.create(inputs)).outputs["version"], 0);
  });
  it("is left with retain", async () => {
    const inputs = { topic: await newTopic(broker), type: "STRING", onDelete: "retain" };
    const made = operate(schema, broker);
    await made.create(inputs);
    await made.delete();
    assert.notEqual(await made.refresh(), undefined);
  });
  describe("an earlier definition that came back", () => {
    const definitions = [record(first), record(first, second)];

    /** First one definition, then another, then the first again. */
    async function backAgain(): Promise<{ readonly inputs: Properties; readonly made: Operated }> {
      const topic = await newTopic(broker);
      const [inputs, between] = definitions.map((definition) => ({ topic, type: "AVRO", definition }));
      assert.ok(inputs !== undefined && between !== undefined);
      const made = operate(schema, broker);
      await made.create(inputs);
      await made.update(between);
      await made.update(inputs);
      return { inputs, made };
    }
    const versions = (made: Operated): readonly unknown[] =>
      ["version", "latestVersion", "latestOwnVersion"].map((name) => made.state().outputs[name]);

    it("is the version that it was, and the newest one stays", async () => {
      const { inputs, made } = await backAgain();
      assert.deepEqual(versions(made), [0, 1, 1]);
      assert.match(made.messages.join(), /has had this schema since version 0; its newest version stays 1/);
      await made.refresh();
      assert.deepEqual(made.changed(inputs), []);
      assert.deepEqual(versions(made), [0, 1, 1]);
    });
    it("is deleted with the newer version, which was registered here as well", async () => {
      for (const isRefreshed of [false, true]) {
        const { inputs, made } = await backAgain();
        await made.update({ ...inputs, deleteWaitSeconds: 1 });
        if (isRefreshed) await made.refresh();
        await made.delete();
        assert.equal(await made.refresh(), undefined);
      }
    });
    it("is left with a version of a client that is newer than both", async () => {
      const { inputs, made } = await backAgain();
      await postSchema(broker, inputs, { type: "AVRO", schema: record(first, second, third) });
      await made.refresh();
      assert.deepEqual(versions(made), [0, 2, 1]);
      await made.delete();
      assert.match(made.messages.join(), /is left/);
    });
  });
  it("warns that other words about a field are no new version, and finds no difference afterwards", async () => {
    const topic = await newTopic(broker);
    const inputs = { topic, type: "AVRO", definition: record(first) };
    const made = operate(schema, broker);
    await made.create(inputs);
    const told = { ...inputs, definition: record({ ...first, doc: "The order." }) };
    assert.deepEqual(made.changed(told), ["definition"]);
    assert.match((await made.previewUpdate(told)).join(), /warning: Pulsar takes this schema .* for the one it has/);
    await made.update(told);
    await made.refresh();
    assert.deepEqual(made.changed(told), []);
    assert.equal(made.state().outputs["version"], 0);
  });
});
