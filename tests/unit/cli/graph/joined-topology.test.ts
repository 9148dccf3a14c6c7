import assert from "node:assert/strict";
import { joinedTopology } from "../../../../provider/cli/graph/joined-topology";
import type { TopologyTopic } from "../../../../provider/model/topology";

const topic = (parts: Partial<TopologyTopic>): TopologyTopic => ({
  name: "t",
  pulsarClusters: ["p"],
  owned: false,
  ...parts,
});

describe("joinedTopology", () => {
  it("has a topic that several meshes use once", () => {
    const topologies = [
      { members: [], topics: [topic({ partitions: 2 })], edges: [{ from: "a", to: "t" }] },
      { members: [], topics: [topic({ owned: true, pulsarClusters: ["p", "q"] }), topic({ name: "u" })], edges: [] },
    ];
    assert.deepEqual(joinedTopology(topologies), {
      members: [],
      topics: [topic({ partitions: 2, owned: true, pulsarClusters: ["p", "q"] }), topic({ name: "u" })],
      edges: [{ from: "a", to: "t" }],
    });
  });
});
