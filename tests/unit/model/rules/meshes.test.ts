import assert from "node:assert/strict";
import { badClusters } from "./meshes/bad-clusters";
import { badCycles } from "./meshes/bad-cycles";
import { badEdges } from "./meshes/bad-edges";
import { badMembers } from "./meshes/bad-members";
import { badMeshesOfOne } from "./meshes/bad-meshes-of-one";
import { badNames } from "./meshes/bad-names";
import { badOnce } from "./meshes/bad-once";
import { badPatterns } from "./meshes/bad-patterns";
import { badPlacesOnce } from "./meshes/bad-places-once";
import { badReplication } from "./meshes/bad-replication";
import { goodMeshes } from "./meshes/good-meshes";
import { goodMeshesOfClusters } from "./meshes/good-meshes-of-clusters";
import { testMeshes } from "./meshes/mesh-row";

const bad = {
  "bad names": badNames,
  "bad clusters": badClusters,
  "bad edges": badEdges,
  "bad cycles": badCycles,
  "bad patterns": badPatterns,
  "bad replication": badReplication,
  "bad members": badMembers,
  "bad arguments at the top": badMeshesOfOne,
  "one fault that looks like several": badOnce,
  "one fault in what others build on": badPlacesOnce,
};

/** The codes of what makes a mesh one, and of what its members may be in it. */
const codes = [
  ...["FM001", "FM002", "FM003", "FM010", "FM011", "FM012", "FM013", "FM014", "FM020", "FM021", "FM022", "FM023"],
  ...["FM030", "FM031", "FM032", "FM033", "FM034", "FM035", "FM040", "FM050", "FM051", "FM052", "FM060", "FM061"],
  "FM070",
];

for (const [group, rows] of Object.entries(bad)) testMeshes(group, rows);
testMeshes("one Pulsar cluster, without mistakes", goodMeshes);
testMeshes("several clusters, without mistakes", goodMeshesOfClusters);

describe("bad meshes", () => {
  it("break every rule of a mesh", () => {
    const broken = Object.values(bad).flatMap((rows) =>
      rows.flatMap(({ want }) => want.map((each) => each.slice(0, 5))),
    );
    assert.deepEqual(
      codes.filter((code) => !broken.includes(code)),
      [],
    );
  });

  it("each are wrong in something", () => {
    const flawless = Object.values(bad).flatMap((rows) => rows.filter(({ want }) => want.length === 0));
    assert.deepEqual(flawless, []);
  });
});
