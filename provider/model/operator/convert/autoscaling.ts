import type { AutoscalingSpec } from "../../autoscaling";
import type { HorizontalPodAutoscalerBehavior, HPAScalingRules, ResourceRequirements } from "../../kubernetes-types";
import { readQuantity } from "../../quantity";
import type { ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";
import { paddedResources } from "./resources";

/** A rule of `pod.builtinAutoscaler`. */
export interface BuiltinRule {
  readonly resource: "cpu" | "memory";
  /** Of the limit. */
  readonly percent: number;
}

/** Reads `AverageUtilizationCPUPercent80` and its like; undefined for anything else. */
export function readBuiltinRule(text: string): BuiltinRule | undefined {
  const [, resource, percent] = /^AverageUtilization(CPU|Memory)Percent(20|50|80)$/.exec(text) ?? [];
  return resource === undefined
    ? undefined
    : { resource: resource === "CPU" ? "cpu" : "memory", percent: Number(percent) };
}

/** What the operator makes a HorizontalPodAutoscaler from: one by CPU where nothing else is stated. */
export function convertAutoscaling(spec: ComponentManifest): AutoscalingSpec | undefined {
  const { maxReplicas, pod, minReplicas = 1 } = spec;
  if (maxReplicas === undefined) return undefined;
  const behavior = convertBehavior(pod?.autoScalingBehavior);
  const bounds = { minReplicas, maxReplicas };
  const resources = paddedResources(spec.resources);
  const targets = builtinTargets(pod?.builtinAutoscaler ?? [], resources);
  // The operator drops the behaviour beside the built-in rules; nobody can have meant that.
  if (maxReplicas > minReplicas && (targets.cpu ?? targets.memory) !== undefined)
    return stated({ ...bounds, ...targets, behavior });
  const metrics = pod?.autoScalingMetrics;
  const isDefaulted = metrics === undefined || metrics.length === 0;
  return isDefaulted
    ? stated({ ...bounds, ...builtinTargets([defaultRule], resources), behavior })
    : stated({ ...bounds, metrics, behavior });
}

/** The operator leaves an empty list of policies out, and Kubernetes takes its own for it. */
function convertBehavior(
  behavior: HorizontalPodAutoscalerBehavior | undefined,
): HorizontalPodAutoscalerBehavior | undefined {
  if (behavior === undefined) return undefined;
  const { scaleUp, scaleDown } = behavior;
  return stated({ scaleUp: scaleUp && convertRules(scaleUp), scaleDown: scaleDown && convertRules(scaleDown) });
}

const convertRules = ({ policies, ...rules }: HPAScalingRules): HPAScalingRules =>
  policies === undefined || policies.length === 0 ? rules : { ...rules, policies };

const defaultRule = "AverageUtilizationCPUPercent80";

type Targets = Partial<Record<BuiltinRule["resource"], number>>;

/** Kubernetes counts in percent of the request, these rules in percent of the limit. Of two for a resource the first counts. */
function builtinTargets(rules: readonly string[], resources: ResourceRequirements | undefined): Targets {
  const read = rules.flatMap((rule) => readBuiltinRule(rule) ?? []);
  return Object.fromEntries(
    [...read].reverse().map(({ resource, percent }) => [resource, Math.trunc(percent * factor(resource, resources))]),
  );
}

function factor(resource: string, resources: ResourceRequirements | undefined): number {
  const limit = readQuantity(resources?.limits?.[resource] ?? "") ?? 0;
  const request = readQuantity(resources?.requests?.[resource] ?? "") ?? 0;
  // In millionths, which sums of powers of ten and of two both are close to: 0.4 / 0.1 is to be 4.
  return limit === 0 || request === 0 ? 1 : Math.round((limit / request) * 1e6) / 1e6;
}
