import assert from "node:assert/strict";
import { resolve } from "node:path";
import { distinctFiles } from "../../../../provider/cli/input/distinct-files";

describe("distinctFiles", () => {
  it("keeps the first of what names the same file, in the order given", () => {
    const given = ["b.yaml", "a.yaml", "./b.yaml", resolve("a.yaml"), "x/../a.yaml", "c.yaml"];
    assert.deepEqual(distinctFiles(given), ["b.yaml", "a.yaml", "c.yaml"]);
  });

  it("reads standard input once, and tells it from a file of that name", () => {
    assert.deepEqual(distinctFiles(["-", "-", "./-"]), ["-", "./-"]);
  });
});
