import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { decodeProperties } from "../../../../provider/pulumi/wire/decode";
import { encodeProperties } from "../../../../provider/pulumi/wire/encode";
import { plainProperties } from "../../../../provider/pulumi/wire/plain";
import { signatureKey, signatures, unknownText } from "../../../../provider/pulumi/wire/signatures";

describe("encodeProperties", () => {
  it("marks secrets and unknowns, and leaves out what is undefined", () => {
    const encoded = encodeProperties(
      { a: 1, b: undefined, c: { d: placeholder("unknown", 0) }, e: "s" },
      new Set(["e"]),
    );
    assert.deepEqual(encoded, { a: 1, c: { d: unknownText }, e: { [signatureKey]: signatures.secret, value: "s" } });
  });

  it("gives back what was decoded", () => {
    const wire = { a: [1, { b: true }], s: { [signatureKey]: signatures.secret, value: { t: "x" } }, u: unknownText };
    const { values, secrets } = plainProperties(decodeProperties(wire));
    assert.deepEqual(encodeProperties(values, secrets), wire);
  });

  it("gives assets back as such", () => {
    const file = { [signatureKey]: signatures.asset, path: "a.jar", hash: "00" };
    const wire = { file, texts: [{ [signatureKey]: signatures.asset, text: "x", hash: "01" }] };
    assert.deepEqual(encodeProperties(plainProperties(decodeProperties(wire)).values, new Set()), wire);
  });

  it("finds secrets at any depth", () => {
    const wire = { a: { b: [{ [signatureKey]: signatures.secret, value: "x" }] }, c: 1 };
    assert.deepEqual([...plainProperties(decodeProperties(wire)).secrets], ["a"]);
  });
});
