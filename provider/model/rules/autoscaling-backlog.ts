import { argumentPath } from "../argument-path";
import type { MemberPlan } from "../plan";
import type { CheckedMesh, Finding } from "./rule";
import { lacksInputs } from "./stated-topics";

const others = ["cpu", "memory", "metrics", "behavior"] as const;

/** Scaling by backlog: alone, and where there is a subscription on a topic that is known by name. */
export function backlogFindings(mesh: CheckedMesh, member: MemberPlan): readonly Finding[] {
  const spec = member.spec.autoscaling;
  if (spec?.backlog === undefined) return [];
  const path = argumentPath(member.path, "autoscaling", "backlog");
  return [
    ...others
      .filter((field) => spec[field] !== undefined)
      .map((field) => ({
        path: argumentPath(member.path, "autoscaling", field),
        message: "is stated together with `backlog`",
        help: "keep one of the two: they would pull the number of instances in two directions",
      })),
    ...(member.reads.some(({ persistent }) => persistent) || lacksInputs(mesh, member)
      ? []
      : [
          {
            path,
            message: "needs a subscription on a persistent topic, and the member names none to read",
            help: "state a topic in `input.topics`, or scale by `cpu`",
          },
        ]),
  ];
}
