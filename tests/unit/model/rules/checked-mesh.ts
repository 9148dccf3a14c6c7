import type { MeshSpec } from "../../../../provider/model/mesh";
import { planClusters } from "../../../../provider/model/plan-clusters";
import { planMesh } from "../../../../provider/model/plan-mesh";
import type { CheckedMesh } from "../../../../provider/model/rules/rule";

/** A mesh as rules see it. */
export const checkedMesh = (spec: MeshSpec): CheckedMesh => ({
  mesh: "mesh",
  spec,
  clusters: planClusters("mesh", spec),
  home: { tenant: "public", pulsarNamespace: "default" },
  single: false,
  plan: planMesh("mesh", spec).plan,
});
