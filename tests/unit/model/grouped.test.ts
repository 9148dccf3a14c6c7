import assert from "node:assert/strict";
import { grouped } from "../../../provider/model/grouped";

describe("grouped", () => {
  it("keeps the order of keys and of their values", () => {
    const groups = grouped([
      ["b", 1],
      ["a", 2],
      ["b", 3],
    ]);
    assert.deepEqual(
      [...groups],
      [
        ["b", [1, 3]],
        ["a", [2]],
      ],
    );
  });

  it("is empty of nothing", () => {
    assert.equal(grouped([]).size, 0);
  });
});
