import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../tools/generate/root";
import { ownedFiles, staleFiles } from "../../tools/generate/write-files";

const text = readFileSync(join(root, "package.json"), "utf8");
const owner = { name: "test", owns: ["package.json"], generate: () => Promise.resolve(new Map()) };

describe("staleFiles", () => {
  const rows: readonly (readonly [name: string, files: Readonly<Record<string, string>>, want: readonly string[]])[] = [
    ["nothing for files as they are", { "package.json": text }, []],
    ["files with another text", { "package.json": `${text} ` }, ["package.json"]],
    ["files that are not there", { "package.json": text, "not/there.json": "" }, ["not/there.json"]],
    ["files that are no longer generated", {}, ["package.json"]],
  ];
  for (const [name, files, want] of rows) {
    it(name, () => assert.deepEqual(staleFiles(owner, new Map(Object.entries(files))), want));
  }
});

describe("ownedFiles", () => {
  it("walks directories, without what is built in them", () => {
    const paths = ownedFiles("sdk/nodejs/");
    assert.ok(paths.includes("sdk/nodejs/types/input.ts"));
    assert.deepEqual(
      paths.filter((path) => /\/(bin|node_modules)\//.test(path)),
      [],
    );
  });
});
