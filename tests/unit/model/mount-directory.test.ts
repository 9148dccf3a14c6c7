import assert from "node:assert/strict";
import { mountDirectory } from "../../../provider/model/mount-directory";
import { placeholder } from "../../../provider/model/unknown";

describe("mountDirectory", () => {
  for (const [path, want] of [
    ["/keys", "/keys"],
    ["/keys/", "/keys"],
    ["/a//b/./c//.", "/a/b/c"],
    ["/", "/"],
    [placeholder("unknown", 1), placeholder("unknown", 1)],
  ] as const)
    it(path, () => assert.equal(mountDirectory(path), want));
});
