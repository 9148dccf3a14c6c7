import { planMember, type SingleMemberSpec } from "../../model/plan-member";
import type { MemberPlan } from "../../model/plan";
import type { BuiltComponent, ComponentRequest } from "./component";
import { buildMesh } from "./mesh";
import { planRequest } from "./plan-request";

/** `fm.Function`, `fm.Source`, `fm.Sink`: a mesh of one, whose objects stand directly below the component. */
export const buildSingleMember =
  (kind: MemberPlan["kind"]) =>
  (request: ComponentRequest): BuiltComponent => {
    const { name, arguments: given } = request;
    // The schema reader has checked the form of the arguments against the schema, which is generated from this type.
    const planned = planRequest(given, (values) =>
      planMember(kind, name, values as unknown as SingleMemberSpec, given.computed),
    );
    const built = buildMesh(request, planned);
    return {
      resource: built.resource,
      outputs: {
        member: Object.values(built.members)[0],
        topics: built.topics,
        topology: built.topology,
        diagram: built.diagram,
      },
    };
  };
