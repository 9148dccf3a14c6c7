import assert from "node:assert/strict";
import { byPath } from "../../../provider/model/path-order";

describe("byPath", () => {
  it("orders by steps, and places in lists by their number", () => {
    const ordered = ["", "a", "a.b", "a.b[2]", "a.b[10]", "a.b[10].c", "a.c", 'a["x y"]', "ab"];
    assert.deepEqual([...ordered].reverse().sort(byPath), ordered);
  });
});
