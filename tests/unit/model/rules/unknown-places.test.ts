import assert from "node:assert/strict";
import type { MeshSpec } from "../../../../provider/model/mesh";
import { hasUnknownPlace } from "../../../../provider/model/rules/unknown-places";
import { javaFunction } from "../../sample-mesh";
import { around, two } from "./broken-meshes";
import { checkedMesh } from "./checked-mesh";

const rows: readonly { readonly name: string; readonly spec: MeshSpec; readonly want: boolean }[] = [
  { name: "of one cluster", spec: around({}), want: false },
  { name: "of two clusters without a word", spec: around({}, two), want: true },
  { name: "of two clusters with a default", spec: around({}, { ...two, defaults: { cluster: "east" } }), want: false },
  {
    name: "of two clusters with a default that is none",
    spec: around({}, { ...two, defaults: { cluster: "north" } }),
    want: true,
  },
  { name: "that says where", spec: around({ placement: [{ cluster: "east" }] }, two), want: false },
  {
    name: "one of whose places is none",
    spec: around({ placement: [{ cluster: "east" }, { cluster: "north" }] }, two),
    want: true,
  },
  {
    name: "of a Pulsar cluster that there is not",
    spec: around({}, { functions: { f: javaFunction({ pulsarCluster: "north" }) } }),
    want: true,
  },
  {
    name: "called like what every object has",
    spec: around({ pulsarCluster: "constructor" }),
    want: true,
  },
];

describe("provider/model/rules/unknown-places", () => {
  for (const { name, spec, want } of rows) {
    it(`${want ? "are" : "are not"} those of a member ${name}`, () => {
      const mesh = checkedMesh(spec);
      const member = mesh.plan.members.find(({ key }) => key === "f");
      assert.ok(member !== undefined);
      assert.equal(hasUnknownPlace(mesh, member), want);
    });
  }
});
