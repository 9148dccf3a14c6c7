import assert from "node:assert/strict";
import type { MeshSpec } from "../../../provider/model/mesh";
import { toldName } from "../../../provider/model/told-name";
import { planMesh } from "../../../provider/model/plan-mesh";
import { around, two } from "./rules/broken-meshes";

const both = ["east", "far"];
const rows: readonly (readonly [string, Partial<MeshSpec>, readonly boolean[]])[] = [
  ["the only one, which its broker can be asked for", {}, [false]],
  ["each of several", { ...two, defaults: { cluster: "east" } }, [true, true]],
  [
    "the only one, whose name is stated",
    { pulsar: { east: { adminUrl: "http://127.0.0.1:1", serviceUrl: "pulsar://127.0.0.1:2", clusterName: "p" } } },
    [true],
  ],
  ["the only one, where a topic is replicated", { topics: { in: { replicationClusters: both } } }, [true]],
  [
    "the only one, where a namespace of others is replicated",
    { namespaces: { "public/default": { external: true, replicationClusters: both } } },
    [true],
  ],
  [
    "the only one, where an owned namespace is replicated",
    { tenants: { shop: {} }, namespaces: { "shop/web": { replicationClusters: both } } },
    [true],
  ],
  ["the only one, where a tenant allows several", { tenants: { shop: { allowedClusters: both } } }, [true]],
  [
    "not the only one that is called otherwise in the lists",
    { tenants: { shop: { allowedClusters: ["p", "far"] } } },
    [false],
  ],
];

describe("toldName", () => {
  for (const [name, more, want] of rows) {
    it(`is that of ${name}`, () => {
      const { plan } = planMesh("mesh", around({}, more));
      assert.deepEqual(
        plan.pulsarClusters.map((cluster) => toldName(plan, cluster) !== undefined),
        want,
      );
    });
  }
});
