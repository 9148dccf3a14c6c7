import assert from "node:assert/strict";
import { topicUses } from "../../../../provider/model/diagram/topic-uses";
import { member, reads, topic, topicName, writes } from "./sample-topology";

describe("topic uses", () => {
  it("are the edges of each topic", () => {
    const edges = [writes("a", "x"), reads("b", "x"), reads("a", "y")];
    const uses = topicUses({
      members: [member("a"), member("b")],
      topics: [topic("x"), topic("y"), topic("z")],
      edges,
    });
    assert.deepEqual(
      [...uses],
      [
        [topicName("x"), { written: edges.slice(0, 1), read: edges.slice(1, 2) }],
        [topicName("y"), { written: [], read: edges.slice(2) }],
        [topicName("z"), { written: [], read: [] }],
      ],
    );
  });
});
