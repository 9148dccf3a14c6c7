import assert from "node:assert/strict";
import { mebibytesOf, sizeOfMebibytes } from "../../../../provider/pulsar/forms/mebibytes";

describe("provider/pulsar/forms/mebibytes", () => {
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
