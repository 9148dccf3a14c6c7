import assert from "node:assert/strict";
import { placeOf, placeOfUrl, versionPath, versionsPath } from "../../../../provider/pulsar/package/package-place";

describe("provider/pulsar/package/package-place", () => {
  const inputs = { type: "sink", tenant: "t", namespace: "n", name: "p", version: "1:2" };
  it("is the same by arguments and by URL", () => assert.deepEqual(placeOfUrl("sink://t/n/p@1:2"), placeOf(inputs)));
  it("has paths below v3", () => {
    assert.equal(versionPath(placeOf(inputs), "metadata"), "/admin/v3/packages/sink/t/n/p/1%3A2/metadata");
    assert.equal(versionsPath(placeOf(inputs)), "/admin/v3/packages/sink/t/n/p");
  });
  for (const url of ["function://t/n/p", "job://t/n/p@1", "t/n/p@1", "https://x/p.jar", "function://t/n/a/b@1"]) {
    it(`is not ${url}`, () =>
      assert.throws(
        () => placeOfUrl(url),
        /is not the id of a package: write function:\/\/tenant\/namespace\/name@version/,
      ));
  }
});
