import assert from "node:assert/strict";
import { join, resolve } from "node:path";
import { wireValue } from "../../../../provider/cli/input/wire-value";
import { Marked } from "../../../../provider/pulumi/wire/node";
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
    { name: "a secret", value: { "fn::secret": "x" }, want: new Marked("x", true, []) },
    { name: "a secret map", value: { "fn::secret": { a: [1] } }, want: new Marked({ a: [1] }, true, []) },
    { name: "what only Pulumi works out", value: { "fn::x": {} }, want: new Marked(undefined, false, []) },
    { name: "a value as JSON text", value: { "fn::toJSON": { a: [1] } }, want: '{"a":[1]}' },
    {
      name: "JSON of what only Pulumi works out",
      value: { "fn::toJSON": [{ "fn::secret": 1 }] },
      want: new Marked(undefined, false, []),
    },
    { name: "a call beside something else", value: { "fn::secret": 1, a: 2 }, want: { "fn::secret": 1, a: 2 } },
    { name: "what only looks like an asset", value: { "fn::fileAsset": 1 }, want: { "fn::fileAsset": 1 } },
  ];
  for (const { name, value, want } of cases) {
    it(`reads ${name}`, () => assert.deepEqual(wireValue({ v: value }, join("dir", "mesh.yaml")), { v: want }));
  }

  it("takes paths on standard input from the current directory", () => {
    assert.deepEqual(wireValue({ "fn::fileAsset": "b.py" }, "-"), file(resolve("b.py")));
  });
});
