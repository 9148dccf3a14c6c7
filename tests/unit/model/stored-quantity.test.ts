import assert from "node:assert/strict";
import { meantQuantity, storedQuantity } from "../../../provider/model/stored-quantity";

describe("quantities as Kubernetes stores them", () => {
  const stored: Readonly<Record<string, string>> = {
    "1024Mi": "1Gi",
    "1Gi": "1Gi",
    "1048576Ki": "1Gi",
    "1.5Gi": "1536Mi",
    "0.5Gi": "512Mi",
    "0.9Gi": "966367641600m",
    "0.5Ki": "512",
    "8Gi": "8Gi",
    "2048Gi": "2Ti",
    // Another family: never the text of one in binary.
    "1073741824": "1073741824",
    "1000m": "1",
    "1": "1",
    "1.0": "1",
    "0.1": "100m",
    "1.5": "1500m",
    // A form that is kept, although 1500m means the same.
    "1.500": "1.500",
    "0.500": "500m",
    "1000M": "1G",
    "1e3": "1e3",
    "1000e0": "1e3",
    "0": "0",
    "0Mi": "0",
    "-1000m": "-1",
    "+2": "+2",
    "0.0000000001": "1n",
    much: "much",
    "": "",
    "1GB": "1GB",
  };
  for (const [text, want] of Object.entries(stored)) {
    it(`${text} as ${want}`, () => {
      assert.equal(storedQuantity(text), want);
      assert.equal(storedQuantity(want), want);
    });
  }

  it("mean the same across families", () => {
    assert.equal(meantQuantity("1Gi"), meantQuantity("1073741824"));
    assert.equal(meantQuantity("1.5"), meantQuantity("1500m"));
    assert.notEqual(meantQuantity("1G"), meantQuantity("1Gi"));
    assert.equal(meantQuantity("unlimited"), "unlimited");
  });
});
