import assert from "node:assert/strict";
import { wrapped } from "../../../../provider/cli/explain/wrapped";

describe("wrapped", () => {
  const cases = [
    { text: "a bb ccc", width: 5, want: "a bb\nccc\n" },
    { text: "aaaaaaaa b", width: 5, want: "aaaaaaaa\nb\n" },
    { text: "a\n\nb", width: 5, want: "a\n\nb\n" },
    { text: "", width: 5, want: "\n" },
  ];
  for (const { text, width, want } of cases) {
    it(JSON.stringify(text), () => assert.equal(wrapped(text, "", width), want));
  }

  it("indents", () => assert.equal(wrapped("a b", "  ", 3), "  a\n  b\n"));
});
