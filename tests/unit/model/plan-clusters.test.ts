import assert from "node:assert/strict";
import type { PulsarClusterSpec } from "../../../provider/model/pulsar-cluster";
import { planClusters } from "../../../provider/model/plan-clusters";
import { sampleMesh } from "../sample-mesh";

const ends = { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2" };

const rows: readonly (readonly [
  string,
  Readonly<Record<string, PulsarClusterSpec>>,
  readonly (readonly [clusterName: string, ownName: string | undefined])[],
])[] = [
  ["the only one, by its stated name", { east: { ...ends, clusterName: "p" } }, [["p", "p"]]],
  ["the only one, which may be called otherwise than its key", { east: ends }, [["east", undefined]]],
  [
    "several, by stated names and by keys",
    { east: { ...ends, clusterName: "p" }, west: ends },
    [
      ["p", "p"],
      ["west", "west"],
    ],
  ],
];

describe("planClusters", () => {
  for (const [name, pulsar, want] of rows) {
    it(`names ${name}`, () => {
      const { pulsarClusters } = planClusters("mesh", sampleMesh({ pulsar, kubernetes: { east: {} } }));
      assert.deepEqual(
        pulsarClusters.map(({ clusterName, ownName }) => [clusterName, ownName]),
        want,
      );
    });
  }
});
