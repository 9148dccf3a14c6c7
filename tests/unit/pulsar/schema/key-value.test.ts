import assert from "node:assert/strict";
import { keyValueBody, keyValueFields } from "../../../../provider/pulsar/schema/key-value";

describe("provider/pulsar/schema/key-value", () => {
  const definition = '{"type":"fixed","name":"F","size":2,"x":1.0}';
  const pair = {
    key: { type: "BYTES" },
    value: { type: "AVRO", definition, properties: { b: "2" } },
    encoding: "SEPARATED",
  };
  it("reads back what it writes, numbers as they are", () => {
    const { schema, properties } = keyValueBody(pair);
    assert.equal(schema, `{"key":"","value":${definition}}`);
    assert.deepEqual(keyValueFields(schema, properties), pair);
  });
  it("writes types, encoding and the user's own properties as properties", () => {
    const { properties } = keyValueBody({ ...pair, properties: { a: "1" } });
    assert.deepEqual(
      [properties["key.schema.type"], properties["value.schema.properties"], properties["kv.encoding.type"]],
      ["BYTES", '{"b":"2"}', "SEPARATED"],
    );
    assert.equal(properties["a"], "1");
  });
  it("says that there are no types where somebody wrote none", () => {
    assert.deepEqual(keyValueFields('{"key":"","value":""}', {}), { key: {}, value: {}, encoding: "INLINE" });
  });
  it("reads nothing from what is no JSON", () => {
    const properties = { "key.schema.type": "NONE", "key.schema.properties": "{" };
    assert.deepEqual(keyValueFields("x", properties), { key: { type: "BYTES" }, value: {}, encoding: "INLINE" });
  });
});
