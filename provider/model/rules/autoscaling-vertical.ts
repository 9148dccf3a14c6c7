import { argumentPath } from "../argument-path";
import type { AutoscalingSpec } from "../autoscaling";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** A VerticalPodAutoscaler: beside no scaling by what it changes, and with a container for each policy. */
export function verticalFindings(member: MemberPlan): readonly Finding[] {
  const vpa = member.spec.pod?.vpa;
  if (vpa === undefined) return [];
  const path = argumentPath(member.path, "pod", "vpa");
  const policies = vpa.resourcePolicy?.containerPolicies;
  return [
    ...conflictFindings(member, path),
    ...(isKnown(policies) ? (policies ?? []) : []).flatMap(({ containerName }, index): readonly Finding[] => {
      if (containerName !== undefined && (!isKnown(containerName) || containerName !== "")) return [];
      const at = argumentPath(path, "resourcePolicy", "containerPolicies", index, "containerName");
      return [{ path: at, message: "is missing", help: `write pulsar-${member.kind}, or * for all other containers` }];
    }),
  ];
}

function conflictFindings({ spec: { autoscaling }, origin }: MemberPlan, path: string): readonly Finding[] {
  if (autoscaling === undefined) return [];
  // The operator takes no two autoscalers at all.
  if (origin === undefined && !isByResources(autoscaling)) return [];
  const help = "leave one of the two out, or let `autoscaling` go by `backlog` or metrics of your own";
  return [
    {
      path,
      message: "is stated together with `autoscaling`, which goes by what it changes",
      help,
      helpInManifests: "leave one of the two out",
    },
  ];
}

function isByResources({ cpu, memory, backlog, metrics }: AutoscalingSpec): boolean {
  if (cpu !== undefined || memory !== undefined) return true;
  if (backlog !== undefined || !isKnown(metrics)) return false;
  return (metrics ?? []).length === 0 || (metrics ?? []).some(({ type }) => /^(Container)?Resource$/.test(type));
}
