import assert from "node:assert/strict";
import fc from "fast-check";
import { withoutNulls } from "../../../../../provider/model/operator/shape/without-nulls";

const rows: readonly (readonly [name: string, value: unknown, want: unknown])[] = [
  ["a field", { a: null, b: 1 }, { b: 1 }],
  ["a field of a field, whose object stays", { a: { b: null } }, { a: {} }],
  ["an item", [null, "a"], ["a"]],
  ["a field of an item", [{ a: null, b: [{ c: null }] }], [{ b: [{}] }]],
  ["nothing of what is false, 0 or empty", { a: false, b: 0, c: "", d: [] }, { a: false, b: 0, c: "", d: [] }],
];

describe("withoutNulls", () => {
  for (const [name, value, want] of rows) {
    it(`leaves out ${name}`, () => {
      assert.deepEqual(withoutNulls(value), want);
    });
  }

  it("leaves no null and nothing else out", () => {
    // As it is read: -0 has no JSON of its own.
    const withNull = fc.jsonValue({ maxDepth: 4 }).map((value): unknown => JSON.parse(JSON.stringify(value)));
    fc.assert(
      fc.property(withNull, (value) => {
        const text = JSON.stringify(value, (_, item: unknown) => (item === null ? undefined : item)) ?? "null";
        // In lists this makes null of them again.
        assert.deepEqual(withoutNulls(value), withoutNulls(JSON.parse(text)));
        if (value !== null) assert.ok(!holdsNull(withoutNulls(value)));
      }),
    );
  });
});

const holdsNull = (value: unknown): boolean =>
  value === null || (typeof value === "object" && Object.values(value).some(holdsNull));
