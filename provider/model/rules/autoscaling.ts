import { argumentPath } from "../argument-path";
import type { AutoscalingSpec } from "../autoscaling";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import { backlogFindings } from "./autoscaling-backlog";
import { metricFindings } from "./autoscaling-metrics";
import { verticalFindings } from "./autoscaling-vertical";
import type { Finding, Rule } from "./rule";

/** FM050 */
export const autoscaling: Rule = {
  code: "FM050",
  severity: "error",
  inManifests: "error",
  title: "Scaling has bounds and something to go by",
  description:
    "`maxReplicas` is at least `minReplicas`, and a stated `replicas` lies between them. CPU and memory are held in percent of what the instance and every container beside it request, which is therefore stated. Only `backlog` scales to zero, and it stands alone. A VerticalPodAutoscaler changes the very requests that CPU and memory are measured by.",
  check: (mesh) =>
    mesh.plan.members.flatMap((member) => {
      const spec = member.spec.autoscaling;
      const scaling = spec === undefined ? [] : [...boundFindings(member, spec), ...metricFindings(member, spec)];
      return [...scaling, ...backlogFindings(mesh, member), ...verticalFindings(member)];
    }),
};

function boundFindings(member: MemberPlan, spec: AutoscalingSpec): readonly Finding[] {
  const at = (field: keyof AutoscalingSpec): string => argumentPath(member.path, "autoscaling", field);
  const { maxReplicas } = spec;
  const minReplicas = spec.minReplicas ?? 1;
  const floor = spec.backlog === undefined ? 1 : 0;
  return [
    ...(isKnown(minReplicas) && minReplicas < floor
      ? [
          {
            path: at("minReplicas"),
            message: `is ${minReplicas}`,
            help: floor === 1 ? "write 1 or more, or scale by `backlog`" : "write 0 or more",
            helpInManifests: "write 1 or more",
          },
        ]
      : []),
    ...(isKnown(maxReplicas) && isKnown(minReplicas) && maxReplicas < Math.max(minReplicas, 1)
      ? [
          {
            path: at("maxReplicas"),
            message: `is ${maxReplicas}, less than ${minReplicas < 1 ? "1" : `minReplicas, ${minReplicas}`}`,
            help: `write ${Math.max(minReplicas, 1)} or more`,
          },
        ]
      : []),
    ...replicaFindings(member, minReplicas, maxReplicas),
  ];
}

/** A stated number of instances that scaling would change at once. */
function replicaFindings(member: MemberPlan, minReplicas: number, maxReplicas: number): readonly Finding[] {
  const { replicas } = member.spec;
  if (replicas === undefined || ![replicas, minReplicas, maxReplicas].every(isKnown)) return [];
  if (replicas >= minReplicas && replicas <= maxReplicas) return [];
  return [
    {
      path: argumentPath(member.path, "replicas"),
      message: `is ${replicas}, and \`autoscaling\` keeps the number between ${minReplicas} and ${maxReplicas}`,
      help: "leave it out, or use `paused` to stop the member",
      helpInManifests: replicas > 0 ? "leave it out" : "leave it out, or leave out `autoscaling` to stop the component",
    },
  ];
}
