import assert from "node:assert/strict";
import { differingLeaves } from "../../../../../provider/pulumi/resources/topology/differing-leaves";

const [a, b, c] = ["a", "b", "c"].map((name) => ({ name, replicas: 1 }));
const more = { name: "b", replicas: 2 };

describe("differingLeaves", () => {
  const rows: readonly { name: string; olds: unknown; news: unknown; want: readonly string[] }[] = [
    { name: "nothing of what is equal", olds: { x: [a, b] }, news: { x: [a, b] }, want: [] },
    {
      name: "a leaf that changed in its place",
      olds: { x: [a, b] },
      news: { x: [a, more] },
      want: ["update t.x[1].replicas"],
    },
    { name: "one item that is new at the front", olds: { x: [b, c] }, news: { x: [a, b, c] }, want: ["add t.x[0]"] },
    {
      name: "one item that is gone from the middle",
      olds: { x: [a, b, c] },
      news: { x: [a, c] },
      want: ["delete t.x[1]"],
    },
    {
      name: "an item that changed and moved, by both its places",
      olds: { x: [b, c] },
      news: { x: [a, more, c] },
      want: ["update t.x[0].name", "add t.x[1]"],
    },
    {
      name: "one of two equal items that is gone",
      olds: { x: [a, a, b] },
      news: { x: [a, b] },
      want: ["delete t.x[1]"],
    },
    { name: "fields that came and went", olds: { x: 1 }, news: { y: 1 }, want: ["delete t.x", "add t.y"] },
    { name: "a list that became a map as a whole", olds: { x: [a] }, news: { x: { 0: a } }, want: ["update t.x"] },
  ];
  for (const { name, olds, news, want } of rows)
    it(`tells ${name}`, () => {
      const found = differingLeaves(olds, news, "t").map(({ kind, path }) => `${kind} ${path}`);
      assert.deepEqual(found, want);
    });
});
