import assert from "node:assert/strict";
import { actualFields, identityOf, importedFields } from "../../../../provider/pulsar/schema/schema-state";

describe("provider/pulsar/schema/schema-state", () => {
  const avro = '{"type":"fixed","name":"F","size":2}';
  const told = '{"name":"F","size":2,"type":"fixed","doc":"x"}';
  const identity = (type: string, schema: string, properties = {}): string => identityOf({ type, schema, properties });

  it("knows what Pulsar takes for one", () => {
    assert.equal(identity("AVRO", avro), identity("AVRO", told, { a: "1" }));
    assert.equal(identity("BYTES", ""), identity("NONE", ""));
    assert.equal(
      identity("KEY_VALUE", `{ "key":"", "value":${avro}}`),
      identity("KEY_VALUE", `{"key":"","value":${avro}}`),
    );
  });
  it("knows what Pulsar takes for another", () => {
    assert.notEqual(identity("AVRO", avro), identity("JSON", avro));
    assert.notEqual(
      identity("KEY_VALUE", `{"key":"","value":${avro}}`),
      identity("KEY_VALUE", `{"key":"","value":${told}}`),
    );
    assert.notEqual(identity("PROTOBUF_NATIVE", '{"a":1,"b":2}'), identity("PROTOBUF_NATIVE", '{"b":2,"a":1}'));
  });
  it("sees properties that are declared, and imports all", () => {
    const actual = { type: "STRING", schema: "", properties: { a: "1", b: "2" } };
    assert.deepEqual(actualFields(actual, { properties: { b: "3" } })["properties"], { b: "2" });
    assert.deepEqual(importedFields(actual)["properties"], { a: "1", b: "2" });
  });
  it("sees of a pair that it is gone where another type is in its place", () => {
    const actual = actualFields(
      { type: "STRING", schema: "", properties: {} },
      { key: { type: "STRING" }, encoding: "INLINE" },
    );
    assert.deepEqual(actual, { type: "STRING", definition: "", properties: {}, key: undefined, encoding: undefined });
  });
});
