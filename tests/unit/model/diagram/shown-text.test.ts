import assert from "node:assert/strict";
import { shownLines, shownText } from "../../../../provider/model/diagram/shown-text";
import { placeholder } from "../../../../provider/model/unknown";

describe("shown text", () => {
  it("has no character that is not text, and nothing that is not known", () => {
    assert.equal(shownText("a\n\t\u2028\ud800b"), "a    b");
    assert.equal(shownText(`a${placeholder("unknown", 1)}`), "(computed)");
    assert.equal(shownText(placeholder("secret", 1)), "(computed)");
  });

  const rows = [
    { text: "", want: [] },
    { text: "orders", want: ["orders"] },
    { text: "twenty-four-characters-x", want: ["twenty-four-characters-x"] },
    { text: "warehouse-stock-levels-nightly-export", want: ["warehouse-stock-levels-", "nightly-export"] },
    { text: "partner/feeds/exchange_rates.daily", want: ["partner/feeds/exchange_", "rates.daily"] },
    { text: "x".repeat(50), want: ["x".repeat(24), "x".repeat(24), "xx"] },
    { text: "😀".repeat(25), want: ["😀".repeat(24), "😀"] },
  ];
  for (const { text, want } of rows) {
    it(`is ${JSON.stringify(want)}`, () => {
      assert.deepEqual(shownLines(text), want);
    });
  }
});
