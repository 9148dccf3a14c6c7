import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { diffFields } from "../../../../provider/pulsar/resource/diff";
import { checkSchema, schemaFields } from "../../../../provider/pulsar/schema/schema-args";

describe("provider/pulsar/schema/schema-args", () => {
  const topic = "persistent://t/n/x";
  const unknownText = placeholder("unknown", 1);
  const avro = '{"type":"record","name":"R","fields":[]}';
  const string = { type: "STRING" };
  const rows: readonly (readonly [
    string,
    Readonly<Record<string, unknown>>,
    readonly (readonly [string, RegExp])[],
  ])[] = [
    ["a type", { type: "STRING" }, []],
    ["a type in small letters", { type: "avro", definition: avro }, [["type", /"avro" .* write "AVRO"/]]],
    ["an unknown type", { type: "XML" }, [["type", /"XML" is not one of "AVRO",/]]],
    ["what only clients have", { type: "AUTO_CONSUME" }, [["type", /leave the schema out/]]],
    ["what Pulsar calls bytes", { type: "NONE" }, [["type", /write "BYTES"/]]],
    ["no type", {}, [["type", /missing/]]],
    ["a definition too many", { type: "INT32", definition: avro }, [["definition", /"INT32" has none/]]],
    ["a definition too few", { type: "AVRO" }, [["definition", /"AVRO" needs one of its form: write an Avro schema/]]],
    [
      "a fault in a definition",
      { type: "JSON", definition: '{"type":"rec"}' },
      [["definition.type", /"rec" is no type/]],
    ],
    ["a union", { type: "AVRO", definition: '["null"]' }, [["definition", /is a union/]]],
    ["a union of JSON", { type: "JSON", definition: '["null"]' }, []],
    [
      "a message without its name",
      { type: "PROTOBUF_NATIVE", definition: '{"fileDescriptorSet":"x","rootFileDescriptorName":"y"}' },
      [["definition.rootMessageTypeName", /missing/]],
    ],
    [
      "no object for a message",
      { type: "PROTOBUF_NATIVE", definition: "[]" },
      [["definition", /is not a JSON object/]],
    ],
    ["a property that is a number", { type: "STRING", properties: { a: 1 } }, [['properties["a"]', /not a text/]]],
    ["a partition", { type: "STRING", topic: `${topic}-partition-1` }, [["topic", /one partition/]]],
    ["no topic name", { type: "STRING", topic: "x" }, [["topic", /not a topic name/]]],
    ["pairs", { type: "KEY_VALUE", key: string, value: { type: "AVRO", definition: avro } }, []],
    ["pairs without values", { type: "KEY_VALUE", key: string }, [["value", /missing/]]],
    [
      "keys without pairs",
      { type: "STRING", key: string, encoding: "INLINE" },
      [
        ["key", /KEY_VALUE only/],
        ["encoding", /KEY_VALUE only/],
      ],
    ],
    [
      "pairs of pairs",
      { type: "KEY_VALUE", key: string, value: { type: "KEY_VALUE" } },
      [["value.type", /is a pair again, .*: write another type/]],
    ],
    [
      "pairs with a definition",
      { type: "KEY_VALUE", key: string, value: string, definition: avro },
      [["definition", /state key and value/]],
    ],
    [
      "pairs with our property",
      { type: "KEY_VALUE", key: string, value: string, properties: { "kv.encoding.type": "x" } },
      [['properties["kv.encoding.type"]', /written from/]],
    ],
    [
      "a fault in values",
      { type: "KEY_VALUE", key: string, value: { type: "AVRO", definition: "{" } },
      [["value.definition", /needs one of its form: write an Avro/]],
    ],
    [
      "a wrong type of keys",
      { type: "KEY_VALUE", key: { type: "string" }, value: string },
      [["key.type", /write "STRING"/]],
    ],
    ["keys without a type", { type: "KEY_VALUE", key: {}, value: string }, [["key.type", /missing/]]],
    [
      "a wrong encoding",
      { type: "KEY_VALUE", key: string, value: string, encoding: "inline" },
      [["encoding", /"INLINE"/]],
    ],
    ["what is not known yet", { type: "AVRO", definition: unknownText }, []],
    [
      "pairs that are not known yet",
      { type: "KEY_VALUE", key: unknownText, value: { type: "AVRO", definition: unknownText } },
      [],
    ],
  ];
  for (const [name, inputs, want] of rows) {
    it(`judges ${name}`, () => {
      const { failures } = checkSchema({ topic, ...inputs });
      assert.deepEqual(
        failures.map(({ property }) => property),
        want.map(([property]) => property),
      );
      want.forEach(([, says], index) => assert.match(failures[index]?.reason ?? "", says));
    });
  }
  it("tells nothing of a secret definition", () => {
    const hush = '{"type":"record","name":"hush-hush","fields":[]}';
    const { failures } = checkSchema({ topic, type: "AVRO", definition: hush }, undefined, new Set(["definition"]));
    assert.deepEqual(failures.length, 1);
    assert.ok(!JSON.stringify(failures).includes("hush"), JSON.stringify(failures));
  });
  it("fills in the encoding of pairs", () => {
    assert.equal(checkSchema({ topic, type: "KEY_VALUE", key: string, value: string }).inputs["encoding"], "INLINE");
  });
  it("tells changes of values from other spellings", () => {
    const pair = (definition: string) => ({
      topic,
      type: "KEY_VALUE",
      key: string,
      value: { type: "AVRO", definition },
    });
    const spelled = '{ "name":"R", "fields": [], "type":"record" }';
    assert.deepEqual(diffFields(schemaFields, pair(avro), pair(spelled)), []);
    assert.deepEqual(
      diffFields(schemaFields, pair(avro), pair(avro.replace("R", "S"))).map(({ path }) => path),
      ["value.definition"],
    );
  });
});
