import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { asDeclared, diffFields, differingFields } from "../../../../provider/pulsar/resource/diff";
import { asSet } from "../../../../provider/pulsar/resource/field-checks";

const fields = {
  name: { replace: true },
  roles: { normal: asSet },
  count: { default: 0 },
  settings: {},
};

describe("provider/pulsar/resource/diff", () => {
  const rows = [
    { name: "nothing", old: { name: "a" }, new: { name: "a", count: 0 }, want: [] },
    { name: "a set in another order", old: { roles: ["a", "b"] }, new: { roles: ["b", "a", "a"] }, want: [] },
    {
      name: "an immutable field",
      old: { name: "a" },
      new: { name: "b" },
      want: [{ path: "name", kind: "update", replace: true }],
    },
    {
      name: "an unknown",
      old: { count: 1 },
      new: { count: placeholder("unknown", 1) },
      want: [{ path: "count", kind: "update", replace: false }],
    },
    { name: "an added field", old: {}, new: { roles: [] }, want: [{ path: "roles", kind: "add", replace: false }] },
    {
      name: "a dropped field",
      old: { settings: { a: 1 } },
      new: {},
      want: [{ path: "settings", kind: "delete", replace: false }],
    },
    {
      name: "members",
      old: { settings: { a: 1, "b.c": 2, d: 3 } },
      new: { settings: { a: 2, d: 3, e: 4 } },
      want: [
        { path: "settings.a", kind: "update", replace: false },
        { path: 'settings["b.c"]', kind: "delete", replace: false },
        { path: "settings.e", kind: "add", replace: false },
      ],
    },
  ];
  for (const row of rows)
    it(`finds ${row.name}`, () => assert.deepEqual(diffFields(fields, row.old, row.new), row.want));

  it("compares with the broker what is declared only", () => {
    const declared = { roles: ["b", "a"], count: 2 };
    const actual = { roles: ["a", "b"], count: 3, settings: { a: 1 } };
    const differing = (secrets?: ReadonlySet<string>) => differingFields(fields, declared, actual, secrets);
    assert.deepEqual(differing(), ["count (declared: 2, at the broker: 3)"]);
    assert.deepEqual(differing(new Set(["count"])), ["count (secret)"]);
  });
  it("keeps the program's spelling where it means the same, and drops what is not set", () => {
    const declared = { name: "a", roles: ["b", "a"], count: 2, settings: {} };
    const actual = { roles: ["a", "b"], count: 3, settings: undefined };
    assert.deepEqual(asDeclared(fields, declared, actual), { name: "a", roles: ["b", "a"], count: 3 });
  });
});
