import assert from "node:assert/strict";
import { byteSizeText, mebibytesOf, parseByteSize, sizeOfMebibytes } from "../../../../provider/pulsar/forms/byte-size";

describe("provider/pulsar/forms/byte-size", () => {
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
  const mebibytes = [
    { text: "10Gi", want: 10240n },
    { text: "unlimited", want: -1n },
    { text: "0", want: 0n },
    { text: "8796093022207Mi", want: 8796093022207n },
    { text: "8192Pi", want: undefined },
    { text: "10G", want: undefined },
    { text: "512Ki", want: undefined },
  ];
  for (const { text, want } of mebibytes) it(`gives ${text} in mebibytes`, () => assert.equal(mebibytesOf(text), want));
  it("gives mebibytes back as a size", () =>
    assert.deepEqual([-1n, 0n, 1n, 2048n].map(sizeOfMebibytes), ["unlimited", "0", "1Mi", "2Gi"]));
});
