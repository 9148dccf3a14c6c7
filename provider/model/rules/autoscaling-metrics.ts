import { argumentPath } from "../argument-path";
import type { AutoscalingSpec } from "../autoscaling";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Targets of CPU and memory: more than 0, and with the request that they are percent of. */
export function metricFindings(member: MemberPlan, spec: AutoscalingSpec): readonly Finding[] {
  const at = (...steps: readonly (string | number)[]): string => argumentPath(member.path, "autoscaling", ...steps);
  const isDefaulted =
    spec.cpu === undefined &&
    spec.memory === undefined &&
    spec.backlog === undefined &&
    isKnown(spec.metrics) &&
    (spec.metrics ?? []).length === 0;
  const metrics = isKnown(spec.metrics) ? (spec.metrics ?? []) : [];
  return [
    ...(["cpu", "memory"] as const).flatMap((resource): readonly Finding[] => {
      const target = spec[resource];
      if (target === undefined) return [];
      return [...targetFindings(target, at(resource)), ...requestFindings(member, resource, at(resource))];
    }),
    ...(isDefaulted ? requestFindings(member, "cpu", at()) : []),
    ...metrics.flatMap(({ resource }, index) =>
      isKnown(resource) && resource?.target.averageUtilization !== undefined
        ? requestFindings(member, resource.name, at("metrics", index, "resource"))
        : [],
    ),
  ];
}

const targetFindings = (target: number, path: string): readonly Finding[] =>
  !isKnown(target) || target > 0
    ? []
    : [{ path, message: `is ${target}`, help: "write the percentage of the request to hold, such as 70" }];

function requestFindings({ resources }: MemberPlan, resource: string, path: string): readonly Finding[] {
  if (!isKnown(resource) || !isKnown(resources)) return [];
  const { requests, limits } = resources;
  // Kubernetes takes a limit for the request where none is stated.
  if (!isKnown(requests) || !isKnown(limits) || (requests?.[resource] ?? limits?.[resource]) !== undefined) return [];
  const message = `scales by ${resource} in percent of the request, and there is none`;
  return [{ path, inManifests: "warning", message, help: `state resources.requests.${resource}` }];
}
