import assert from "node:assert/strict";
import {
  avroName,
  fullAvroName,
  isAvroLocalName,
  referredName,
} from "../../../../../provider/pulsar/schema/avro/avro-name";

describe("provider/pulsar/schema/avro/avro-name", () => {
  for (const [text, namespace, want] of [
    ["R", "", "R"],
    ["R", "a.b", "a.b.R"],
    ["c.R", "a.b", "c.R"],
    [".R", "a.b", "R"],
  ] as const) {
    it(`reads ${text} in "${namespace}" as ${want}`, () => assert.equal(fullAvroName(avroName(text, namespace)), want));
  }
  it("knows what may be a name", () => {
    const names = ["a", "_1", "größe", "1a", "a-b", "a.b", "", "$"];
    assert.deepEqual(names.filter(isAvroLocalName), ["a", "_1", "größe"]);
  });
  it("finds a type in its own namespace first, and then in none", () => {
    const defined = (...names: readonly string[]) => referredName("E", "x", (name) => names.includes(name));
    assert.deepEqual([defined("x.E", "E"), defined("E"), defined("y.E")], ["x.E", "E", undefined]);
  });
});
