import assert from "node:assert/strict";
import { adminPath } from "../../../../provider/pulsar/admin/request";

describe("adminPath", () => {
  it("encodes each part", () => {
    assert.equal(adminPath("persistent", "a", "b", "c/d?e#f g"), "/admin/v2/persistent/a/b/c%2Fd%3Fe%23f%20g");
    assert.equal(adminPath("tenants", "..."), "/admin/v2/tenants/...");
  });

  // Every reader of URLs takes these out, also encoded ones: the subscription `..` of a topic would be the topic.
  for (const name of [".", "..", ""]) {
    it(`refuses ${JSON.stringify(name)}`, () => {
      assert.throws(() => adminPath("persistent", "a", "b", "c", "subscription", name), /is no name in Pulsar/);
    });
  }
});
