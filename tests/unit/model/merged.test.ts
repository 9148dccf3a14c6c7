import assert from "node:assert/strict";
import { firstOfEach, joinedLists, joinedMaps } from "../../../provider/model/merged";
import { placeholder } from "../../../provider/model/unknown";

/** A value that a program gives as unknown, in the place of any type. */
const unknownOf = <Value = Readonly<Record<string, string>>>(): Value =>
  JSON.parse(JSON.stringify(placeholder("unknown", 1)));

describe("joinedLists", () => {
  it("puts lists one after the other, those that are not stated left out", () =>
    assert.deepEqual(joinedLists([1], undefined, [2, 3]), [1, 2, 3]));
  it("is unknown as a whole when one list is", () =>
    assert.deepEqual(joinedLists([1], unknownOf<number[]>(), [2]), unknownOf()));
});

describe("joinedMaps", () => {
  for (const { name, first, second, want } of [
    { name: "the first map's keys win", first: { a: "1" }, second: { a: "2", b: "3" }, want: { a: "1", b: "3" } },
    { name: "one map alone stays", first: undefined, second: { b: "3" }, want: { b: "3" } },
    { name: "no map is an empty one", first: undefined, second: undefined, want: {} },
    { name: "an unknown first map stands for the whole", first: unknownOf(), second: { b: "3" }, want: unknownOf() },
    { name: "an unknown second map stands for the whole", first: { a: "1" }, second: unknownOf(), want: unknownOf() },
  ]) {
    it(name, () => assert.deepEqual(joinedMaps(first, second), want));
  }
});

describe("firstOfEach", () => {
  const keyOf = ({ name }: { readonly name: string }): string => name;
  it("keeps the first item of each key", () => {
    const [a, b] = [{ name: "a", value: 1 }, { name: "b" }];
    assert.deepEqual(firstOfEach([a, b, { name: "a" }], keyOf), [a, b]);
  });
  it("does not look into an unknown list", () =>
    assert.deepEqual(firstOfEach(unknownOf<{ readonly name: string }[]>(), keyOf), unknownOf()));
});
