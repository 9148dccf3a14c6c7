import assert from "node:assert/strict";
import { nodejsPackageFile } from "../../tools/generate/nodejs-package-file";

describe("nodejsPackageFile", () => {
  it("points at the compiled files and keeps the rest", () => {
    const text = nodejsPackageFile('{"name":"x","scripts":{"build":"tsc"},"pulumi":{"resource":true}}');
    const { scripts, ...rest }: Record<string, unknown> = JSON.parse(text);
    assert.deepEqual(rest, {
      name: "x",
      pulumi: { resource: true },
      main: "bin/index.js",
      types: "bin/index.d.ts",
      files: ["bin"],
    });
    assert.match(JSON.stringify(scripts), /tsc && node -e/);
  });
});
