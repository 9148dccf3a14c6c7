import assert from "node:assert/strict";
import { isAvroDefault, isNumberAsText } from "../../../../../provider/pulsar/schema/avro/avro-default";
import { JsonNumber } from "../../../../../provider/pulsar/schema/definition-json";

describe("provider/pulsar/schema/avro/avro-default", () => {
  const rows = [
    ["int", "2147483647", true],
    ["int", "2147483648", false],
    ["int", "-2147483648", true],
    ["int", "1.0", false],
    ["long", "9223372036854775807", true],
    ["long", "9223372036854775808", false],
    ["float", "1", true],
    ["double", "1.5", true],
    ["string", "1", false],
  ] as const;
  for (const [name, text, want] of rows) {
    it(`${want ? "takes" : "refuses"} ${text} for ${name}`, () => {
      assert.equal(isAvroDefault({ kind: "primitive", name }, new JsonNumber(text)), want);
    });
  }
  it("takes a number as a text for a field of its own only", () => {
    assert.equal(isNumberAsText({ kind: "primitive", name: "double" }, "-Infinity"), true);
    assert.equal(isNumberAsText({ kind: "primitive", name: "double" }, "many"), false);
    assert.equal(isNumberAsText({ kind: "primitive", name: "int" }, "1"), false);
    assert.equal(isAvroDefault({ kind: "primitive", name: "double" }, "NaN"), false);
  });
  it("says nothing about a type that is wrong itself", () => {
    assert.equal(isAvroDefault(undefined, "x"), true);
  });
});
