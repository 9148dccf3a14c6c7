import { planMember, type SingleMemberSpec } from "../../model/plan-member";
import type { MemberPlan } from "../../model/plan";
import type { BuiltComponent, ComponentRequest } from "./component";
import { buildMesh } from "./mesh";

/** `fm.Function`, `fm.Source`, `fm.Sink`: a mesh of one, whose objects stand directly below the component. */
export const buildSingleMember =
  (kind: MemberPlan["kind"]) =>
  (request: ComponentRequest): BuiltComponent => {
    // The schema reader has checked the form of the arguments against the schema, which is generated from this type.
    const spec = request.arguments.values as unknown as SingleMemberSpec;
    const { plan, problems } = planMember(kind, request.name, spec);
    const built = buildMesh(request, plan, problems);
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
