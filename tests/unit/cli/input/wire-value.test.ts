import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { wireValue } from "../../../../provider/cli/input/wire-value";
import { AssetValue } from "../../../../provider/model/asset-value";

const file = (path: string) => new AssetValue(path, undefined, undefined, undefined);

describe("wireValue", () => {
  const cases = [
    { name: "plain values", value: { a: [1, "x", true, null] }, want: { a: [1, "x", true, null] } },
    {
      name: "a text as an asset",
      value: { "fn::stringAsset": "x" },
      want: new AssetValue(undefined, "x", undefined, undefined),
    },
    { name: "a file beside the file", value: { "fn::fileAsset": "b.py" }, want: file(resolve("dir", "b.py")) },
    { name: "a file anywhere", value: { "fn::fileAsset": "/b.py" }, want: file("/b.py") },
    { name: "what only looks like an asset", value: { "fn::fileAsset": 1 }, want: { "fn::fileAsset": 1 } },
  ];
  for (const { name, value, want } of cases) {
    it(`reads ${name}`, () => assert.deepEqual(wireValue({ v: value }, join("dir", "mesh.yaml")), { v: want }));
  }

  it("takes paths on standard input from the current directory", () => {
    assert.deepEqual(wireValue({ "fn::fileAsset": "b.py" }, "-"), file(resolve("b.py")));
  });
});
