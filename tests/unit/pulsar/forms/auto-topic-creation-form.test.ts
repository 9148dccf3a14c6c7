import assert from "node:assert/strict";
import { placeholder } from "../../../../provider/model/unknown";
import { autoTopicCreationForm } from "../../../../provider/pulsar/forms/auto-topic-creation-form";
import { shown } from "../../../../provider/pulsar/resource/show";

const rows: readonly (readonly [unknown, readonly string[]])[] = [
  [{ allow: true, topicType: "partitioned", defaultNumPartitions: 3 }, []],
  [{ allow: true, topicType: "non-partitioned" }, []],
  [{ allow: false }, []],
  [{}, ["p.allow"]],
  [{ allow: true }, ["p.topicType"]],
  [{ allow: true, topicType: "junk" }, ["p.topicType"]],
  [{ allow: true, topicType: "partitioned" }, ["p.defaultNumPartitions"]],
  [{ allow: true, topicType: "partitioned", defaultNumPartitions: 0 }, ["p.defaultNumPartitions"]],
  [{ allow: true, topicType: "non-partitioned", defaultNumPartitions: 3 }, ["p.defaultNumPartitions"]],
  [{ allow: false, topicType: "partitioned" }, ["p.topicType"]],
  [{ allow: false, defaultNumPartitions: 3 }, ["p.defaultNumPartitions"]],
  [{ allow: placeholder("unknown", 1) }, []],
];

describe("provider/pulsar/forms/auto-topic-creation-form", () => {
  for (const [value, paths] of rows) {
    it(`finds ${paths.join(", ") || "nothing"} wrong in ${JSON.stringify(value)}`, () => {
      assert.deepEqual(
        autoTopicCreationForm.check?.(value, "p", shown).map(({ property }) => property),
        paths,
      );
    });
  }
});
