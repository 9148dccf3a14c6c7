import type { MeshSpec } from "../../model/mesh";
import type { BuiltComponent, ComponentRequest } from "./component";
import { buildMesh } from "./mesh";
import { planFunctionMesh } from "./plan-function-mesh";
import { planRequest } from "./plan-request";

/** `fm.FunctionMesh`: members are components of their own below the mesh. */
export function buildFunctionMesh(request: ComponentRequest): BuiltComponent {
  const { name, arguments: given } = request;
  // The schema reader has checked the form of the arguments against the schema, which is generated from MeshSpec.
  const planned = planRequest(given, (values) => planFunctionMesh(name, values as unknown as MeshSpec, given.computed));
  const built = buildMesh(request, planned);
  return {
    resource: built.resource,
    outputs: { members: built.members, topics: built.topics, topology: built.topology, diagram: built.diagram },
  };
}
