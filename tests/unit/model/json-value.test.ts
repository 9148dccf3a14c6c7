import assert from "node:assert/strict";
import { canRead, jsonValueOf, type JsonValue } from "../../../provider/model/json-value";

/** What brokers with Pulsar 4.0.8 let a reader of each value read (BACKWARD of its JsonSchemaCompatibilityCheck). */
const read: Readonly<Record<JsonValue, readonly JsonValue[]>> = {
  boolean: ["boolean"],
  int: ["int"],
  long: ["int", "long"],
  float: ["float", "int", "long"],
  double: ["double", "float", "int", "long"],
};
const values: readonly JsonValue[] = ["boolean", "double", "float", "int", "long"];

describe("values as JSON", () => {
  for (const reader of values)
    it(`${reader} reads ${read[reader].join(", ")}`, () => {
      assert.deepEqual(
        values.filter((written) => canRead(reader, written)),
        read[reader],
      );
    });

  it("are those of Java's classes of numbers", () => {
    assert.equal(jsonValueOf("java.lang.Short"), "int");
    assert.equal(jsonValueOf("java.lang.String"), undefined);
    assert.equal(jsonValueOf("constructor"), undefined);
  });
});
