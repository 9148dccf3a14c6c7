import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { AssetValue } from "../../../../provider/model/asset-value";
import { isUnknown, placeholder } from "../../../../provider/model/unknown";
import { checkPackageArgs } from "../../../../provider/pulsar/package/package-args";
import { type Properties } from "../../../../provider/pulsar/resource/resource";

const text = (content: string): AssetValue => new AssetValue(undefined, content, undefined, undefined);
const version = createHash("sha256").update("print(1)").digest("hex").slice(0, 12);
const right = { type: "function", tenant: "t", namespace: "n", name: "p", content: text("print(1)") };

describe("provider/pulsar/package/package-args", () => {
  const versions: readonly { name: string; inputs: Properties; want: (version: unknown) => boolean }[] = [
    { name: "from the content", inputs: right, want: (found) => found === version },
    { name: "as it is stated", inputs: { ...right, version: "1.2" }, want: (found) => found === "1.2" },
    {
      name: "unknown with the content",
      inputs: { ...right, content: placeholder("unknown", 1_000_000) },
      want: isUnknown,
    },
    {
      name: "as it is stated, with a content that is not known",
      inputs: { ...right, version: "1.2", content: placeholder("unknown", 0) },
      want: (found) => found === "1.2",
    },
  ];
  for (const { name, inputs, want } of versions) {
    it(`has a version: ${name}`, () => {
      const checked = checkPackageArgs(inputs);
      assert.deepEqual(checked.failures, []);
      assert.ok(want(checked.inputs["version"]), String(checked.inputs["version"]));
    });
  }

  const wrong: readonly { inputs: Properties; property: string; reason: RegExp; secrets?: ReadonlySet<string> }[] = [
    { inputs: { ...right, type: "functions" }, property: "type", reason: /"functions" is not one of "function",/ },
    { inputs: { ...right, name: "a/b" }, property: "name", reason: /"a\/b" is not a name/ },
    { inputs: { ...right, name: ".a" }, property: "name", reason: /"\.a" begins with a dot/ },
    { inputs: { ...right, name: "a".repeat(256) }, property: "name", reason: /longer than 255 characters/ },
    { inputs: { ...right, version: "a@b" }, property: "version", reason: /"a@b" is not a name/ },
    { inputs: { ...right, version: "" }, property: "version", reason: /"" is not a name/ },
    { inputs: { ...right, content: undefined }, property: "content", reason: /^is missing: state it\.$/ },
    { inputs: { ...right, content: "a.jar" }, property: "content", reason: /^is not an asset: write a FileAsset/ },
    { inputs: { ...right, content: text("") }, property: "content", reason: /^is empty/ },
    {
      inputs: { ...right, content: new AssetValue("a.jar", undefined, undefined, undefined) },
      property: "content",
      reason: /^has no hash/,
    },
    { inputs: right, property: "content", reason: /^is secret: /, secrets: new Set(["content"]) },
    { inputs: { ...right, properties: { a: 1 } }, property: 'properties["a"]', reason: /1 is not a text/ },
    {
      inputs: { ...right, properties: { "function-mesh.sha256": "x" } },
      property: "properties",
      reason: /^function-mesh\.sha256 is the provider's own mark: leave it out\.$/,
    },
    {
      inputs: { ...right, properties: { "function-mesh.urn": "x" } },
      property: "properties",
      reason: /^function-mesh\.urn is the provider's own mark: leave it out\.$/,
    },
  ];
  for (const { inputs, property, reason, secrets } of wrong) {
    it(`refuses ${property}: ${reason.source}`, () => {
      const { failures } = checkPackageArgs(inputs, undefined, secrets);
      assert.deepEqual(
        failures.map((failure) => failure.property),
        [property],
      );
      assert.match(failures[0]?.reason ?? "", reason);
    });
  }
});
