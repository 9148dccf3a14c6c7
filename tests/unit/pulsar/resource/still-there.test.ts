import assert from "node:assert/strict";
import { stillThere } from "../../../../provider/pulsar/resource/still-there";

describe("provider/pulsar/resource/still-there", () => {
  it("names what was to go and is there", () => {
    assert.deepEqual(stillThere(["a", "b"], { a: "1", c: "2" }), ["properties.a (unset)"]);
  });
});
