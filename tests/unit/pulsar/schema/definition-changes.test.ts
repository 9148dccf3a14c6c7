import assert from "node:assert/strict";
import { definitionChanges } from "../../../../provider/pulsar/schema/definition-changes";

describe("provider/pulsar/schema/definition-changes", () => {
  const record = (...fields: readonly object[]): string => JSON.stringify({ type: "record", name: "R", fields });
  const inner = (name: string, ...fields: readonly object[]): object => ({ type: "record", name, fields });
  const rows: readonly (readonly [string, string, string, readonly string[]])[] = [
    ["nothing", record({ name: "a", type: "int" }), record({ type: "int", name: "a", doc: "x" }), []],
    [
      "a type",
      record({ name: "a", type: "int" }),
      record({ name: "a", type: ["null", "int"] }),
      ['field a was int and is to be ["null","int"]'],
    ],
    [
      "fields without defaults",
      record({ name: "a", type: "int" }, { name: "c", type: "int", default: 1 }),
      record({ name: "b", type: "int" }, { name: "d", type: "int", default: 1 }),
      ["field a is gone and had no default", "field b is new and has no default"],
    ],
    [
      "a field within",
      record({ name: "a", type: inner("S", { name: "b", type: "int" }) }),
      record({ name: "a", type: inner("S", { name: "b", type: "long" }) }),
      ["field a.b was int and is to be long"],
    ],
    [
      "names of records",
      record({ name: "a", type: inner("S") }),
      record({ name: "a", type: inner("T") }).replace('"R"', '"Q"'),
      ["record R of the schema is now Q", "record S of field a is now T"],
    ],
    ["all of it", '"int"', '"long"', ["the schema was int and is to be long"]],
    ["no JSON", "{", "{", []],
  ];
  for (const [name, before, after, want] of rows) {
    it(`names ${name}`, () => assert.deepEqual(definitionChanges(before, after), want));
  }
});
