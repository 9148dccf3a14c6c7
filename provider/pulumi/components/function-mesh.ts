import type { MeshSpec } from "../../model/mesh";
import { planMesh } from "../../model/plan-mesh";
import type { BuiltComponent, ComponentRequest } from "./component";
import { buildMesh } from "./mesh";

/** `fm.FunctionMesh`: members are components of their own below the mesh. */
export function buildFunctionMesh(request: ComponentRequest): BuiltComponent {
  // The schema reader has checked the form of the arguments against the schema, which is generated from MeshSpec.
  const spec = request.arguments.values as unknown as MeshSpec;
  const { plan, problems } = planMesh(request.name, spec);
  const built = buildMesh(request, plan, problems);
  return {
    resource: built.resource,
    outputs: { members: built.members, topics: built.topics, topology: built.topology, diagram: built.diagram },
  };
}
