import assert from "node:assert/strict";
import { mostFrequent } from "../../../../provider/model/diagram/most-frequent";

describe("most frequent", () => {
  it("is the text that comes most often, or the first by name of several", () => {
    assert.equal(mostFrequent(["b", "a", "b"]), "b");
    assert.equal(mostFrequent(["b", "a"]), "a");
    assert.equal(mostFrequent([]), undefined);
  });
});
