import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { manifestTexts } from "../../../../provider/pulumi/components/manifest-texts";

describe("manifestTexts", () => {
  let directory: string;
  const path = (name: string): string => join(directory, name);

  before(() => {
    directory = mkdtempSync(join(tmpdir(), "function-mesh-manifests-"));
    for (const name of ["a", "b"]) writeFileSync(path(name), `text of ${name}`);
  });
  after(() => rmSync(directory, { recursive: true }));

  it("reads one file, several, or none for a text", () => {
    const [a, b] = ["a", "b"].map((name) => ({ file: path(name), text: `text of ${name}` }));
    assert.deepEqual(manifestTexts({ file: path("a") }), [a]);
    assert.deepEqual(manifestTexts({ files: [path("b"), path("a")] }), [b, a]);
    assert.deepEqual(manifestTexts({ text: "t" }), [{ text: "t" }]);
  });

  it("says what is wrong with the arguments", () => {
    const faultOf = (spec: Parameters<typeof manifestTexts>[0]): unknown => {
      const read = manifestTexts(spec);
      return "severity" in read ? [read.code, read.path] : read;
    };
    assert.deepEqual(faultOf({}), ["FM083", "file"]);
    assert.deepEqual(faultOf({ file: path("a"), text: "t" }), ["FM083", "text"]);
    assert.deepEqual(faultOf({ file: path("a"), files: [path("b")] }), ["FM083", "files"]);
    assert.deepEqual(faultOf({ files: [] }), ["FM083", "files"]);
    assert.deepEqual(faultOf({ file: path("nowhere") }), ["FM083", "file"]);
    assert.deepEqual(faultOf({ files: [path("a"), path("nowhere")] }), ["FM083", "files[1]"]);
  });
});
