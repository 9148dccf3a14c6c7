import assert from "node:assert/strict";
import { changedTopology } from "../../../../provider/model/changes/changed-topology";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { factsOf } from "../../../../provider/model/changes/mesh-facts";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { topologyOf } from "../../../../provider/model/topology";
import { javaFunction, sampleMesh, sink } from "../../sample-mesh";

function marks(before: MeshSpec, after: MeshSpec): Readonly<Record<string, string>> {
  const [old, now] = [planMesh("mesh", before).plan, planMesh("mesh", after).plan];
  const changes = changesBetween(factsOf(old), factsOf(now));
  const { marks: found } = changedTopology(topologyOf(old), topologyOf(now), changes);
  return Object.fromEntries([...found.nodes, ...found.edges]);
}

const topic = (name: string): string => `persistent://public/default/${name}`;

describe("changed topology", () => {
  it("marks what came, went and changed", () => {
    const before = sampleMesh({
      functions: { f: javaFunction() },
      sinks: { s: sink() },
      topics: { in: { partitions: 1 } },
    });
    const after = sampleMesh({
      functions: { f: javaFunction({ image: "b" }) },
      sinks: { t: sink() },
      topics: { in: { partitions: 2 } },
    });
    assert.deepEqual(marks(before, after), {
      f: "changed",
      s: "removed",
      t: "added",
      [topic("in")]: "changed",
      [JSON.stringify([topic("out"), "s", ""])]: "removed",
      [JSON.stringify([topic("out"), "t", ""])]: "added",
    });
  });

  it("marks an edge whose subscription changed", () => {
    const mesh = (subscriptionName: string): MeshSpec =>
      sampleMesh({ functions: { f: javaFunction({ subscriptionName }) } });
    assert.deepEqual(marks(mesh("a"), mesh("b")), {
      f: "changed",
      [JSON.stringify([topic("in"), "f", ""])]: "changed",
    });
  });

  it("marks nothing where nothing changed", () => {
    const mesh = sampleMesh({ functions: { f: javaFunction() } });
    assert.deepEqual(marks(mesh, mesh), {});
  });
});
