import assert from "node:assert/strict";
import {
  connectorImage,
  convertPrograms,
  functionImage,
} from "../../../../../provider/model/operator/convert/programs";

describe("programs of manifests", () => {
  it("are at absolute paths", () => {
    assert.deepEqual(convertPrograms({ java: { jar: "a.jar" }, python: { py: "/x/a.py" } }), {
      java: { jar: "/pulsar/a.jar" },
      python: { py: "/x/a.py" },
    });
  });

  it("log by no configuration in ini", () => {
    assert.deepEqual(convertPrograms({ golang: { log: { javaLog4JConfigFileType: "ini", level: "warn" } } }), {
      golang: { go: "", log: { level: "warn" } },
    });
  });

  const runner = (name: string): string => `streamnative/pulsar-functions-${name}`;
  const images = [
    { given: { java: {} }, want: runner("java-runner:2.10.0.0-rc10") },
    { given: { python: {} }, want: runner("python-runner:2.10.0.0-rc10") },
    { given: { golang: {} }, want: runner("go-runner:2.10.0.0-rc10") },
    { given: { genericRuntime: { language: "nodejs" } }, want: runner("generic-nodejs-runner:0.1.0") },
    { given: { genericRuntime: { language: "wasm" } }, want: runner("generic-base-runner:0.1.0") },
    { given: { genericRuntime: { language: "rust" } }, want: "" },
    { given: {}, want: "" },
  ];
  for (const { given, want } of images) {
    it(`have an image: ${JSON.stringify(given)}`, () => {
      assert.equal(functionImage(given), want);
    });
  }

  it("of connectors have an image with the connectors, unless these are downloaded from Pulsar", () => {
    const all = "streamnative/pulsar-all:2.10.0.0-rc10";
    assert.equal(connectorImage({ java: { jar: "a" } }), all);
    assert.equal(connectorImage({ java: { jar: "a", jarLocation: "https://host/a.nar" } }), all);
    assert.equal(
      connectorImage({ java: { jar: "a", jarLocation: "sink://t/n/a@1" } }),
      runner("java-runner:2.10.0.0-rc10"),
    );
  });
});
