import assert from "node:assert/strict";
import { readQuantity } from "../../../provider/model/quantity";

describe("quantity", () => {
  const rows: readonly (readonly [string, number | undefined])[] = [
    ["0", 0],
    ["500m", 0.5],
    ["250u", 0.00025],
    ["1.5", 1.5],
    ["512Mi", 536870912],
    ["1G", 1e9],
    ["2e9", 2e9],
    ["1E", 1e18],
    ["-1", -1],
    [".5", 0.5],
    ["1.", 1],
    ["1e50", 1e50],
    // An exponent is a suffix.
    ["1e3Mi", undefined],
    [".", undefined],
    ["1GB", undefined],
    ["", undefined],
    ["Mi", undefined],
    ["1 Gi", undefined],
    ["1constructor", undefined],
  ];
  for (const [text, want] of rows)
    it(`"${text}" is ${want ?? "no quantity"}`, () => assert.equal(readQuantity(text), want));
});
