import assert from "node:assert/strict";
import { typeText } from "../../../../provider/cli/explain/type-text";
import { schema } from "../memory-terminal";

describe("typeText", () => {
  for (const { property, want } of [
    { property: { type: "string" }, want: "text" },
    { property: { type: "array", items: { type: "string" } }, want: "list of texts" },
    { property: { oneOf: [{ type: "integer" }, { type: "string" }] }, want: "whole number or text" },
    { property: { $ref: "pulumi.json#/Any" }, want: "any value" },
  ]) {
    it(`says ${want}`, () => assert.equal(typeText(property, schema), want));
  }
});
