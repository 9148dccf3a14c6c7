import assert from "node:assert/strict";
import { AssetValue } from "../../../../provider/model/asset-value";
import { placeholder } from "../../../../provider/model/unknown";
import { knownArguments } from "../../../../provider/pulumi/schema/known-arguments";
import type { Leaf, ReadArguments } from "../../../../provider/pulumi/schema/read-arguments";

const given = (values: Readonly<Record<string, unknown>>, leaves: readonly Leaf[], computed: readonly string[]) =>
  ({ values, leaves, computed: new Set(computed), dependencies: [], problems: [] }) satisfies ReadArguments;
const leaf = (index: number, value: Leaf["value"], secret = false): Leaf => ({
  index,
  value,
  secret,
  dependencies: [],
});

describe("knownArguments", () => {
  const code = new AssetValue(undefined, "code", undefined, undefined);
  const kept = { code, list: [1, { a: true }] };
  const values = {
    kept,
    topics: [placeholder("unknown", 0), "b", placeholder("unknown", 1)],
    token: placeholder("secret", 2),
  };
  const leaves = [leaf(0, "a"), leaf(1, undefined), leaf(2, "hidden", true)];

  it("puts what is known in the place of its placeholder, and copies nothing else", () => {
    const known = knownArguments(given(values, leaves, ["topics[0]", "topics[1]"]));
    assert.deepEqual(known, { ...values, topics: ["a", "b", placeholder("unknown", 1)] });
    assert.equal(known["kept"], kept);
  });

  it("has nothing to say where nothing is computed, or nothing of it known", () => {
    assert.equal(knownArguments(given(values, leaves, [])), undefined);
    assert.equal(knownArguments(given(values, leaves.slice(1), ["topics[0]"])), undefined);
  });
});
