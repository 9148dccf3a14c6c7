import assert from "node:assert/strict";
import { byteSizeText, parseByteSize } from "../../../provider/model/byte-size";

describe("byte size", () => {
  const sizes = [
    { text: "0", bytes: 0n, want: "0" },
    { text: "1024Mi", bytes: 1n << 30n, want: "1Gi" },
    { text: "10G", bytes: 10n ** 10n, want: "9765625Ki" },
    { text: "1500", bytes: 1500n, want: "1500" },
    { text: "8191Pi", bytes: 8191n << 50n, want: "8191Pi" },
  ];
  for (const { text, bytes, want } of sizes) {
    it(`reads ${text}`, () => {
      assert.equal(parseByteSize(text), bytes);
      assert.equal(byteSizeText(bytes), want);
    });
  }
  for (const text of ["", "-1", "1.5Gi", "10 Gi", "10GB", "Gi", "1e3"]) {
    it(`refuses ${JSON.stringify(text)}`, () => assert.equal(parseByteSize(text), undefined));
  }
});
