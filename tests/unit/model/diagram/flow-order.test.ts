import assert from "node:assert/strict";
import { flowOrder } from "../../../../provider/model/diagram/flow-order";

const flows = (...texts: readonly string[]) =>
  texts.map((text) => {
    const [from = "", to = ""] = text.split(">");
    return { from, to };
  });

const rows = [
  { name: "a chain, from its start", names: "cab", flows: flows("a>b", "b>c"), want: "abc" },
  { name: "a chain before the next one", names: "abcd", flows: flows("a>c", "b>d"), want: "acbd" },
  { name: "branches one after the other", names: "abcd", flows: flows("a>b", "b>d", "a>c"), want: "abdc" },
  { name: "what two lead to after both", names: "abc", flows: flows("a>b", "c>b"), want: "acb" },
  { name: "what nothing leads to or from where it stands", names: "abc", flows: flows("a>c"), want: "acb" },
  { name: "a cycle from its first name", names: "bca", flows: flows("a>b", "b>c", "c>a"), want: "bca" },
  { name: "a cycle after what leads into it", names: "abc", flows: flows("c>b", "b>a", "a>b"), want: "cab" },
  { name: "the same edge twice", names: "ba", flows: flows("a>b", "a>b"), want: "ab" },
];

describe("flow order", () => {
  for (const { name, names, flows, want } of rows) {
    it(`has ${name}`, () => {
      assert.equal(flowOrder([...names], flows).join(""), want);
    });
  }
});
