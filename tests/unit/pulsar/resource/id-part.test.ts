import assert from "node:assert/strict";
import { idPart, textOfIdPart } from "../../../../provider/pulsar/resource/id-part";

describe("provider/pulsar/resource/id-part", () => {
  for (const text of ["plain", "a#b", "a%b", "%23", "%25", "a%2523#b", ""]) {
    it(`gives ${JSON.stringify(text)} back, without a #`, () => {
      assert.equal(idPart(text).includes("#"), false);
      assert.equal(textOfIdPart(idPart(text)), text);
    });
  }
});
