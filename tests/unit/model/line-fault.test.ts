import assert from "node:assert/strict";
import { lineFault } from "../../../provider/model/line-fault";

describe("lineFault", () => {
  for (const [name, fault] of [
    ["orders", undefined],
    ["größe +%/ 1", undefined],
    ["...", undefined],
    ["a\nb", /line break/],
    ["a\u2028b", /line break/],
    ["a\u0000", /line break/],
    [".", /step in a path/],
    ["..", /step in a path/],
  ] as const) {
    it(`${JSON.stringify(name)}: ${fault?.source ?? "none"}`, () => {
      const found = lineFault(name);
      if (fault === undefined) assert.equal(found, undefined);
      else assert.match(found ?? "", fault);
    });
  }
});
