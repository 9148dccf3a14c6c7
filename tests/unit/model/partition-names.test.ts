import assert from "node:assert/strict";
import { partitionedTopic, relatedTopics } from "../../../provider/model/partition-names";

describe("partitions by their names", () => {
  it("are told from topics", () => {
    assert.equal(partitionedTopic("persistent://a/b/c-partition-12"), "persistent://a/b/c");
    for (const name of ["persistent://a/b/c", "persistent://a/b/c-partition-", "persistent://a/b/c-partition-1x"])
      assert.equal(partitionedTopic(name), undefined);
  });

  it("are related to their topic, and not to each other", () => {
    const related = relatedTopics(["t", "t-partition-0", "t-partition-1", "u"]);
    assert.deepEqual(related("t"), ["t-partition-0", "t-partition-1"]);
    assert.deepEqual(related("t-partition-0"), ["t"]);
    assert.deepEqual(related("u"), []);
  });
});
