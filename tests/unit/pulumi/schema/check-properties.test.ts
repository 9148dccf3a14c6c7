import assert from "node:assert/strict";
import { checkArguments } from "../../../../provider/pulumi/schema/check-properties";
import type { PackageSchema } from "../../../../provider/pulumi/schema/package-schema";

const schema: PackageSchema = { version: "0.0.0", provider: {}, resources: {}, types: {} };
const shape = { properties: { name: { type: "string" } }, required: [] } as const;

describe("provider/pulumi/schema/check-properties", () => {
  for (const key of ["constructor", "toString", "nmae"]) {
    it(`knows no argument ${key}`, () => {
      const found = checkArguments({ values: { name: "a", [key]: "b" }, secrets: new Set() }, shape, schema);
      assert.deepEqual(
        found.map(({ property }) => property),
        [key],
      );
    });
  }
  it("points at an argument whose name is empty", () => {
    const [found] = checkArguments({ values: { "": "b" }, secrets: new Set() }, shape, schema);
    assert.equal(found?.property, '""');
  });
});
