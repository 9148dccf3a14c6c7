import assert from "node:assert/strict";
import fc from "fast-check";
import { literalArgument, variableArgument } from "../../../provider/model/literal-argument";
import { expanded } from "../expanded-argument";

describe("literal-argument", () => {
  it("reaches the process as it was written", () => {
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom("$", "$(A)", "$$", "(", ")"), fc.string({ unit: "grapheme", maxLength: 1 })),
    });
    fc.assert(fc.property(text, (each) => expanded(literalArgument(each), { A: "value" }) === each));
  });

  it("of a variable is its value, whatever that holds", () => {
    assert.equal(expanded(variableArgument("A"), { A: "$(A) $$" }), "$(A) $$");
  });
});
