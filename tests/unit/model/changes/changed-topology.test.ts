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

  it("keeps what changes as it was", () => {
    const [before, after] = [2, 3].map((replicas) => sampleMesh({ functions: { f: javaFunction({ replicas }) } }));
    assert.ok(before !== undefined && after !== undefined);
    const [old, now] = [planMesh("mesh", before).plan, planMesh("mesh", after).plan];
    const { marks: found } = changedTopology(
      topologyOf(old),
      topologyOf(now),
      changesBetween(factsOf(old), factsOf(now)),
    );
    assert.deepEqual([...(found.earlier?.members ?? [])], [["f", topologyOf(old).members[0]]]);
  });

  it("tells a member that goes from one of another kind that comes with its name", () => {
    const before = sampleMesh({ functions: { f: javaFunction() }, topics: { out: { terminal: true } } });
    const after = sampleMesh({ sinks: { f: sink({ input: { topics: ["in"] } }) } });
    const found = marks(before, after);
    assert.deepEqual([found["f"], found["f (function)"]], ["added", "removed"]);
    assert.equal(found[JSON.stringify([topic("in"), "f", ""])], "added");
    assert.equal(found[JSON.stringify([topic("in"), "f (function)", ""])], "removed");
  });

  it("leaves members whose objects stay as they are", () => {
    const mesh = (timeoutSeconds: number): MeshSpec =>
      sampleMesh({ functions: { f: javaFunction(), g: javaFunction() }, defaults: { rollout: { timeoutSeconds } } });
    assert.deepEqual(marks(mesh(300), mesh(600)), {});
  });

  it("marks nothing where nothing changed", () => {
    const mesh = sampleMesh({ functions: { f: javaFunction() } });
    assert.deepEqual(marks(mesh, mesh), {});
  });
});
