import type { MeshSpec } from "../../model/mesh";
import { type PlannedMesh, planMesh } from "../../model/plan-mesh";
import { pulsarRefusals } from "./pulsar-refusals";

/** Plans a mesh, and holds what it states of tenants, namespaces and topics against what Pulsar takes. */
export function planFunctionMesh(name: string, spec: MeshSpec, computed?: ReadonlySet<string>): PlannedMesh {
  const { plan, problems } = planMesh(name, spec, computed);
  return { plan, problems: [...problems, ...pulsarRefusals(spec, plan, problems)] };
}
