import assert from "node:assert/strict";
import { avroFaults } from "../../../../../provider/pulsar/schema/avro/avro-schema";
import { parseDefinition } from "../../../../../provider/pulsar/schema/definition-json";

/** The opinions themselves are held against a broker's (tests/engine/pulsar/schema-avro.test.ts); here is where each fault is. */
describe("provider/pulsar/schema/avro/avro-schema", () => {
  const record = (...fields: readonly unknown[]): object => ({ type: "record", name: "R", fields });
  const rows: readonly (readonly [string, unknown, readonly string[]])[] = [
    ["nothing wrong", record({ name: "a", type: ["null", "R"], default: null }), []],
    ["a name", { type: "record", name: "a-b", fields: [] }, [".name"]],
    ["fields", { type: "record", name: "R" }, [".fields"]],
    ["a field's name", record({ name: "a b", type: "int" }), [".fields[0].name"]],
    ["the second of two", record({ name: "a", type: "int" }, { name: "a", type: "int" }), [".fields[1].name"]],
    ["a field's type", record({ name: "a", type: "strin" }), [".fields[0].type"]],
    ["a type within", record({ name: "a", type: { type: "array", items: "strin" } }), [".fields[0].type.items"]],
    ["a branch", record({ name: "a", type: ["null", { type: "map", values: 1 }] }), [".fields[0].type[1].values"]],
    ["a second branch of one type", record({ name: "a", type: ["int", "int"] }), [".fields[0].type[1]"]],
    ["a symbol", { type: "enum", name: "E", symbols: ["A", "A-B"] }, [".symbols[1]"]],
    ["a size", { type: "fixed", name: "F", size: -1 }, [".size"]],
    ["a default", record({ name: "a", type: "int", default: "x" }), [".fields[0].default"]],
    ["an order", record({ name: "a", type: "int", order: "up" }), [".fields[0].order"]],
    ["an alias", { ...record(), aliases: ["b", "a b"] }, [".aliases[1]"]],
    ["everything at once", record({ name: "1", type: "x" }, { name: "b" }), [".fields[0].name", ".fields[1].type"]],
    ["no type", 7, [""]],
  ];
  for (const [name, schema, want] of rows) {
    it(`finds ${name}`, () => {
      const json = parseDefinition(JSON.stringify(schema)) ?? assert.fail("no JSON");
      assert.deepEqual(
        avroFaults(json).map(({ path }) => path),
        want,
      );
    });
  }
  it("ends with a default that never ends", () => {
    const self = '{"type":"record","name":"R","fields":[{"name":"a","type":"R","default":{}}]}';
    assert.deepEqual(avroFaults(parseDefinition(self) ?? null).length, 1);
  });
  it("shows no more of a value than helps", () => {
    const [fault] = avroFaults("x".repeat(200));
    assert.ok(fault !== undefined && fault.text.length < 200, fault?.text);
  });
});
