import assert from "node:assert/strict";
import fc from "fast-check";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import type { MeshRow } from "./meshes/mesh-row";
import { badClusters } from "./meshes/bad-clusters";
import { badCycles } from "./meshes/bad-cycles";
import { badEdges } from "./meshes/bad-edges";
import { badMembers } from "./meshes/bad-members";
import { badNames } from "./meshes/bad-names";
import { badPatterns } from "./meshes/bad-patterns";
import { badReplication } from "./meshes/bad-replication";
import { around, aroundPython } from "./broken-meshes";

const rows: readonly MeshRow[] = [
  ...[...badClusters, ...badCycles, ...badEdges, ...badMembers, ...badNames, ...badPatterns, ...badReplication],
  { name: "fields without effect", mesh: aroundPython({ maxMessageRetry: 3, deadLetterTopic: "dead" }), want: [] },
  {
    name: "settings of a topic of others",
    mesh: around({}, { topics: { t: { external: true, messageTtlSeconds: 3, properties: { a: "b" } } } }),
    want: [],
  },
  {
    name: "a name as near to two",
    mesh: around(
      {},
      {
        pulsar: { p2: { adminUrl: "http://127.0.0.1:1" }, p1: { adminUrl: "http://127.0.0.1:2" } },
        kubernetes: { east: { pulsar: "p3" } },
      },
    ),
    want: [],
  },
];

const meshes: readonly MeshSpec[] = rows.flatMap(({ mesh }) => ("kind" in mesh ? [] : [mesh]));

/** The same with the keys of every map in another order, which the numbers say. */
function permuted(value: unknown, numbers: () => number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => permuted(item, numbers));
  const keyed = Object.entries(value).map(([key, item]) => ({ key, item: permuted(item, numbers), rank: numbers() }));
  const entries = keyed.sort((left, right) => left.rank - right.rank).map(({ key, item }) => [key, item] as const);
  return Object.fromEntries(entries);
}

describe("the order of keys", () => {
  it("changes nothing of what is wrong with a mesh", () => {
    const problemsOf = (mesh: MeshSpec) => planMesh("mesh", mesh).problems;
    fc.assert(
      fc.property(fc.constantFrom(...meshes), fc.infiniteStream(fc.nat()), (mesh, stream) => {
        const numbers = () => stream.next().value ?? 0;
        const other: MeshSpec = JSON.parse(JSON.stringify(permuted(mesh, numbers)));
        assert.deepEqual(problemsOf(other), problemsOf(mesh));
      }),
      { numRuns: 500 },
    );
  });
});
