import assert from "node:assert/strict";
import type { PackageSchema, PropertySchema } from "../../../../provider/pulumi/schema/package-schema";
import { soundArguments } from "../../../../provider/pulumi/schema/sound-arguments";

const text: PropertySchema = { type: "string" };
const schema: PackageSchema = {
  version: "1",
  provider: {},
  resources: {},
  types: { "p:index:Entry": { type: "object", properties: { id: text, note: text }, required: ["id"] } },
};
const entry: PropertySchema = { $ref: "#/types/p:index:Entry" };
const shape = {
  properties: {
    one: entry,
    map: { type: "object", additionalProperties: entry },
    list: { type: "array", items: entry },
  },
  required: [],
};

describe("soundArguments", () => {
  const cases = [
    { name: "keeps what is sound", given: { one: { id: "a", note: "n" } }, want: { one: { id: "a", note: "n" } } },
    { name: "leaves a refused value out", given: { one: { id: "a", note: undefined } }, want: { one: { id: "a" } } },
    { name: "leaves out what cannot be without it", given: { one: { note: "n" } }, want: {} },
    {
      name: "keeps the other entries of a map",
      given: { map: { a: { id: "a" }, b: {} } },
      want: { map: { a: { id: "a" } } },
    },
    { name: "keeps no list of which an item is refused", given: { list: [{ id: "a" }, {}] }, want: {} },
    { name: "keeps a list", given: { list: [{ id: "a" }] }, want: { list: [{ id: "a" }] } },
  ];
  for (const { name, given, want } of cases)
    it(name, () => assert.deepEqual(soundArguments(given, shape, schema), want));

  it("is nothing where a required field is", () => {
    assert.equal(soundArguments({ one: {} }, { ...shape, required: ["one"] }, schema), undefined);
  });
});
