import { argumentPath } from "../argument-path";
import type { AutoscalingSpec } from "../autoscaling";
import type { ResourceRequirements } from "../kubernetes-types";
import type { MemberPlan } from "../plan";
import { isKnown } from "../unknown";
import type { Finding } from "./rule";

/** Targets of CPU and memory: more than 0, and with the requests that they are percent of. */
export function metricFindings(member: MemberPlan, spec: AutoscalingSpec): readonly Finding[] {
  const measured = measuredResources(member, spec);
  const resources = new Set(measured.map(({ resource }) => resource).filter(isKnown));
  return [
    ...(["cpu", "memory"] as const).flatMap((resource) =>
      targetFindings(spec[resource], argumentPath(member.path, "autoscaling", resource)),
    ),
    ...measured.flatMap((each) => requestFindings(member, each)),
    ...[...resources].flatMap((resource) => besideFindings(member, resource)),
  ];
}

/** A resource that is held in percent of its request, and where that is stated. */
interface Measured {
  readonly resource: string;
  readonly path: string;
}

function measuredResources(
  { path }: MemberPlan,
  { cpu, memory, backlog, metrics }: AutoscalingSpec,
): readonly Measured[] {
  const at = (...steps: readonly (string | number)[]): string => argumentPath(path, "autoscaling", ...steps);
  const known = isKnown(metrics) ? (metrics ?? []) : [];
  const isDefaulted = [cpu, memory, backlog].every((target) => target === undefined);
  return [
    ...(cpu === undefined ? [] : [{ resource: "cpu", path: at("cpu") }]),
    ...(memory === undefined ? [] : [{ resource: "memory", path: at("memory") }]),
    ...(isDefaulted && isKnown(metrics) && known.length === 0 ? [{ resource: "cpu", path: at() }] : []),
    ...known.flatMap(({ resource }, index) =>
      isKnown(resource) && resource?.target.averageUtilization !== undefined
        ? [{ resource: resource.name, path: at("metrics", index, "resource") }]
        : [],
    ),
  ];
}

const targetFindings = (target: number | undefined, path: string): readonly Finding[] =>
  target === undefined || !isKnown(target) || target > 0
    ? []
    : [{ path, message: `is ${target}`, help: "write the percentage of the request to hold, such as 70" }];

function requestFindings({ resources }: MemberPlan, { resource, path }: Measured): readonly Finding[] {
  if (!isKnown(resource) || isRequested(resources, resource)) return [];
  const message = `scales by ${resource} in percent of the request, and there is none`;
  return [{ path, inManifests: "warning", message, help: `state resources.requests.${resource}` }];
}

/** Kubernetes works out no percentage of a pod in which a container beside the instance requests nothing. */
function besideFindings({ path, spec: { pod } }: MemberPlan, resource: string): readonly Finding[] {
  return (["initContainers", "sidecars"] as const).flatMap((field) => {
    const containers = isKnown(pod?.[field]) ? (pod?.[field] ?? []) : [];
    return containers.flatMap((container, index): readonly Finding[] => {
      if (!isKnown(container) || (field === "initContainers" && container.restartPolicy !== "Always")) return [];
      if (isRequested(container.resources ?? {}, resource)) return [];
      return [
        {
          path: argumentPath(path, "pod", field, index, "resources", "requests", resource),
          inManifests: "warning",
          message: `is missing, and scaling by ${resource} is in percent of what all containers of a pod request`,
          help: "state what the container requests",
        },
      ];
    });
  });
}

/** Kubernetes takes a limit for the request where none is stated. */
function isRequested(resources: ResourceRequirements, resource: string): boolean {
  if (!isKnown(resources)) return true;
  const { requests, limits } = resources;
  return !isKnown(requests) || !isKnown(limits) || (requests?.[resource] ?? limits?.[resource]) !== undefined;
}
