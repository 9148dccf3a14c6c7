import assert from "node:assert/strict";
import { type AdminClient, createAdminClient } from "../../../provider/pulsar/admin/client";
import { type OperationContext, type Properties } from "../../../provider/pulsar/resource/resource";
import { schema } from "../../../provider/pulsar/schema";
import { type Broker, freshName, useBroker } from "./broker";
import { operate } from "./operations";
import { newTenant, newTopic } from "./places";
import { field, postSchema, protobuf, record, replaceSchema } from "./schemas";

const text = record(field("id", "string"));
const number = record(field("id", "int"));

/** What Pulsar does not take: said at preview where it can be asked, and in the same words when it happens. */
describe("provider/pulsar/schema refused by a broker", function () {
  this.timeout(60_000);
  let broker: Broker;
  before(async function () {
    this.timeout(180_000);
    broker = await useBroker();
  });

  /** The preview and the update fail in the same words. */
  async function isRefused(before: Properties, after: Properties, says: RegExp): Promise<void> {
    const made = operate(schema, broker);
    await made.create(before);
    await assert.rejects(made.previewUpdate(after), says);
    await assert.rejects(made.update(after), says);
    await made.refresh();
    assert.deepEqual(made.changed(before), []);
  }

  async function topicWith(strategy: string): Promise<string> {
    const namespace = `${await newTenant(broker)}/${freshName("namespace")}`;
    await broker.send("PUT", `/namespaces/${namespace}`, { schema_compatibility_strategy: strategy });
    return `${namespace}/topic`;
  }

  const transitive = ["BACKWARD_TRANSITIVE", "FORWARD_TRANSITIVE", "FULL_TRANSITIVE"];
  for (const strategy of ["ALWAYS_INCOMPATIBLE", "BACKWARD", "FORWARD", "FULL", ...transitive]) {
    it(`names ${strategy} and the field that is not compatible`, async () => {
      const topic = await topicWith(strategy);
      await isRefused(
        { topic, type: "AVRO", definition: text },
        { topic, type: "AVRO", definition: number },
        new RegExp(
          `version 0 \\(strategy ${strategy}\\).* field id was string and is to be int\\..*Pulsar says: "Error`,
        ),
      );
    });
  }
  it("names fields that come and go without a default, of keys and values too", async () => {
    const topic = await newTopic(broker);
    await isRefused(
      { topic, type: "AVRO", definition: text },
      { topic, type: "AVRO", definition: record(field("number", "int")) },
      /field id is gone and had no default, field number is new and has no default\./,
    );
    const pair = (definition: string): Properties => ({
      topic: `${topic}-pairs`,
      type: "KEY_VALUE",
      key: { type: "STRING" },
      value: { type: "AVRO", definition },
    });
    await isRefused(pair(text), pair(number), /strategy FULL.* value: field id was string and is to be int\./);
  });
  for (const [from, to] of [
    [
      { type: "AVRO", definition: text },
      { type: "JSON", definition: text },
    ],
    [{ type: "STRING" }, { type: "BYTES" }],
    [{ type: "BYTES" }, { type: "KEY_VALUE", key: { type: "STRING" }, value: { type: "STRING" } }],
  ] as const) {
    it(`says that ${to.type} cannot follow ${from.type}, and what can be done`, async () => {
      const topic = await newTopic(broker);
      const says = new RegExp(
        `has a schema of type ${from.type} \\(version 0\\).* none of type ${to.type} .*FULL.*replaceOnChanges`,
      );
      await isRefused({ topic, ...from }, { topic, ...to }, says);
    });
  }
  it("changes the type in place where the strategy lets it", async () => {
    const topic = await topicWith("ALWAYS_COMPATIBLE");
    const made = operate(schema, broker);
    await made.create({ topic, type: "AVRO", definition: text });
    const after = { topic, type: "JSON", definition: text };
    assert.deepEqual(made.changed(after), ["type"]);
    assert.deepEqual(await made.previewUpdate(after), []);
    await made.update(after);
    await made.refresh();
    assert.deepEqual([made.changed(after), made.state().outputs["version"]], [[], 1]);
  });
  it("is made anew where the program asks for that", async () => {
    const topic = await newTopic(broker);
    const made = operate(schema, broker);
    await made.create({ topic, type: "STRING" });
    const after = { topic, type: "INT32" };
    assert.equal(schema.diff(made.state().inputs, after).deleteBeforeReplace, true);
    await made.delete();
    assert.equal((await made.create(after)).outputs["version"], 2);
  });
  const pair = { type: "KEY_VALUE", key: { type: "STRING" }, value: { type: "AVRO", definition: text } };
  for (const [name, before, after] of [
    ["properties", { type: "STRING", properties: { a: "1" } }, { type: "STRING", properties: { a: "2" } }],
    ["encoding", pair, { ...pair, encoding: "SEPARATED" }],
    ["key", pair, { ...pair, key: { type: "INT32" } }],
    ["value", pair, { ...pair, value: { type: "JSON", definition: text } }],
  ] as const) {
    it(`says that Pulsar would keep ${name} and say nothing`, async () => {
      const topic = await newTopic(broker);
      await isRefused({ topic, ...before }, { topic, ...after }, new RegExp(`differs in ${name} .* Pulsar keeps that`));
      const adopting = operate(schema, broker).create({ topic, ...after, onExisting: "adopt" });
      await assert.rejects(adopting, new RegExp(`differs in ${name} .* Pulsar keeps that`));
    });
  }
  it("says what of a protobuf message Pulsar cannot read", async () => {
    const wrong = { topic: await newTopic(broker), type: "PROTOBUF_NATIVE", definition: protobuf("retail.Nothing") };
    const says = /Pulsar cannot read the schema .*deserialize ProtobufNative Schema failed/;
    await assert.rejects(operate(schema, broker).preview(wrong), says);
    await assert.rejects(operate(schema, broker).create(wrong), says);
    const right = { ...wrong, definition: protobuf() };
    await isRefused(right, wrong, says);
  });
  it("says that an earlier version of somebody else is in the way, which Pulsar took and cannot read", async () => {
    const topic = await newTopic(broker);
    await postSchema(broker, { topic }, { type: "AVRO", schema: record(field("id", "string", 7)) });
    const adopting = operate(schema, broker).create({ topic, type: "AVRO", definition: text, onExisting: "adopt" });
    await assert.rejects(
      adopting,
      /cannot compare .* "Invalid default for field id: 7 not a .*until the topic's schema is/,
    );
  });
  it("says that another type is in the place of the one that somebody deleted", async () => {
    const inputs = { topic: await newTopic(broker), type: "AVRO", definition: text };
    const made = operate(schema, broker);
    await made.create(inputs);
    await replaceSchema(broker, inputs, { type: "STRING", schema: "" });
    await made.refresh();
    assert.deepEqual(made.changed(inputs), ["type", "definition"]);
    await assert.rejects(made.update(inputs), /has a schema of type STRING \(version 2\)/);
  });
  it("says that the namespace is missing", async () => {
    const topic = `${await newTenant(broker)}/absent/topic`;
    const made = operate(schema, broker);
    assert.equal((await made.preview({ topic, type: "STRING" })).length, 2);
    await assert.rejects(made.create({ topic, type: "STRING" }), /404 "Namespace does not exist"\. Create the tenant/);
  });

  const contextOf = (over: Partial<OperationContext>, said: string[]): OperationContext => ({
    admin: broker.admin,
    urn: freshName("urn"),
    preview: true,
    signal: new AbortController().signal,
    log: (severity, message) => said.push(`${severity}: ${message}`),
    ...over,
  });

  it("only warns at the preview of a create: what is in the way may be gone by then", async () => {
    const topic = await newTopic(broker);
    await postSchema(broker, { topic }, { type: "STRING", schema: "" });
    const said: string[] = [];
    await schema.create({ topic, type: "AVRO", definition: text }, contextOf({}, said));
    assert.match(said.join(), /^warning: Topic .* has a schema of type STRING \(version 0\)/);
  });
  it("tells nothing of a definition that is secret", async () => {
    const topic = await newTopic(broker);
    const inputs = { topic, type: "AVRO", definition: text, properties: {} };
    await schema.create(inputs, contextOf({ preview: false }, []));
    const hidden = contextOf({ secrets: new Set(["definition"]) }, []);
    const after = { ...inputs, definition: record(field("hush", "string")) };
    for (const preview of [true, false]) {
      const updated = schema.update(topic, { inputs, outputs: inputs }, after, { ...hidden, preview });
      await assert.rejects(
        updated,
        (error: Error) => /strategy FULL/.test(error.message) && !/hush/.test(error.message),
      );
    }
  });
  it("passes at preview where the broker cannot be asked, and does not wait for it again", async () => {
    const client = createAdminClient({ adminUrl: "http://127.0.0.1:1" });
    let calls = 0;
    const send: AdminClient["send"] = (request) => {
      calls++;
      return client.send(request);
    };
    const admin = { ...client, send };
    const said: string[] = [];
    const inputs = { topic: "t/n/x", type: "AVRO", definition: text, properties: {} };
    await schema.create(inputs, contextOf({ admin }, said));
    await schema.update(
      "t/n/x",
      { inputs, outputs: inputs },
      { ...inputs, definition: number },
      contextOf({ admin }, said),
    );
    const unknown = {
      ...contextOf({}, said),
      get admin(): AdminClient {
        throw new Error("the provider's arguments are not known yet");
      },
    };
    await schema.create(inputs, unknown);
    assert.deepEqual([said, calls], [[], 1]);
    await admin.close();
  });
});
