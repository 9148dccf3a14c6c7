import assert from "node:assert/strict";
import { changesBetween } from "../../../../provider/model/changes/changes-between";
import { followedMembers } from "../../../../provider/model/changes/followed-members";
import { factsOf } from "../../../../provider/model/changes/mesh-facts";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { planMesh } from "../../../../provider/model/plan-mesh";
import { javaFunction, sampleMesh, sink } from "../../sample-mesh";
import { two } from "../rules/broken-meshes";

const replicationClusters = ["east", "west"];
const mesh = (sinks: MeshSpec["sinks"], topics: MeshSpec["topics"] = { out: { replicationClusters } }): MeshSpec =>
  sampleMesh({ ...two, defaults: { cluster: "east" }, topics, ...(sinks === undefined ? {} : { sinks }) });

const followed = (spec: MeshSpec): readonly string[] => {
  const { members } = planMesh("mesh", spec).plan;
  return members.filter(followedMembers(members)).map(({ key }) => key);
};

const asked = { replicateSubscriptionState: true };
const shared = { subscriptionName: "s" };

describe("followed members", () => {
  const rows: readonly (readonly [string, MeshSpec, readonly string[]])[] = [
    ["one that asks for it", mesh({ a: sink(asked), b: sink() }), ["a"]],
    ["nobody where nobody asks", mesh({ a: sink() }), []],
    [
      "those that share a subscription",
      mesh({ a: sink({ ...asked, ...shared }), b: sink({ ...asked, ...shared }) }),
      ["a", "b"],
    ],
    [
      "all that share a subscription of which one asks",
      mesh({ a: sink(shared), b: sink({ ...asked, ...shared }) }),
      ["a", "b"],
    ],
    [
      "not one that reads another topic as well",
      mesh(
        { a: sink({ ...asked, ...shared }), b: sink({ ...shared, input: { topics: ["out", "x"] } }) },
        { out: { replicationClusters }, x: { external: true } },
      ),
      ["a"],
    ],
    [
      "not one of another subscription on the topic",
      mesh({ a: sink({ ...asked, ...shared }), b: sink({ subscriptionName: "other" }) }),
      ["a"],
    ],
    ["not what reads nothing", { ...mesh({ a: sink(asked) }), functions: { f: javaFunction({ input: {} }) } }, ["a"]],
  ];
  for (const [name, spec, want] of rows) it(`are ${name}`, () => assert.deepEqual(followed(spec), want));

  it("go on where they were when they move, also by a subscription that they share", () => {
    const moved = (cluster: string) =>
      factsOf(
        planMesh("mesh", mesh({ a: sink({ ...asked, ...shared }), b: sink({ ...asked, ...shared, cluster }) })).plan,
      );
    const told = changesBetween(moved("east"), moved("west")).find(({ kind }) => kind === "memberPulsarClusterChanged");
    assert.match(told?.text ?? "", /; it goes on where it was, since its subscription is replicated$/);
  });
});
