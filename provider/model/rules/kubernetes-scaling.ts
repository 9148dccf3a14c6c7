import { argumentPath } from "../argument-path";
import type { HPAScalingRules, MetricTarget } from "../kubernetes-types";
import type { MemberPlan } from "../plan";
import { readQuantity } from "../quantity";
import { isKnown } from "../unknown";
import { choiceFindings } from "./kubernetes-choices";
import type { Finding } from "./rule";

/** What a HorizontalPodAutoscaler and a VerticalPodAutoscaler take. */
export function scalingFindings(member: MemberPlan): readonly Finding[] {
  const { autoscaling, pod } = member.spec;
  if (autoscaling === undefined && pod?.vpa === undefined) return [];
  const behavior = isKnown(autoscaling?.behavior) ? autoscaling?.behavior : undefined;
  const at = (...steps: readonly string[]): string => argumentPath(member.path, "autoscaling", ...steps);
  return [
    ...metricFindings(member),
    ...ruleFindings(behavior?.scaleUp, at("behavior", "scaleUp")),
    ...ruleFindings(behavior?.scaleDown, at("behavior", "scaleDown")),
    ...verticalFindings(member),
  ];
}

/** The kinds of metrics, and the field that describes one. */
const metricFields = {
  ContainerResource: "containerResource",
  External: "external",
  Object: "object",
  Pods: "pods",
  Resource: "resource",
} as const;

const isMetricType = (type: string): type is keyof typeof metricFields => Object.hasOwn(metricFields, type);

function metricFindings({ path, spec: { autoscaling } }: MemberPlan): readonly Finding[] {
  const metrics = isKnown(autoscaling?.metrics) ? (autoscaling?.metrics ?? []) : [];
  return metrics.flatMap((metric, index): readonly Finding[] => {
    const { type } = metric;
    const at = argumentPath(path, "autoscaling", "metrics", index);
    if (!isKnown(metric) || !isKnown(type)) return [];
    if (!isMetricType(type)) {
      const help = `write one of ${Object.keys(metricFields).join(", ")}`;
      return [{ path: argumentPath(at, "type"), message: `"${type}" is not a kind of metric`, help }];
    }
    const field = metricFields[type];
    const described = metric[field];
    if (described !== undefined)
      return isKnown(described) ? targetFindings(described.target, argumentPath(at, field)) : [];
    return [{ path: argumentPath(at, field), message: "is missing", help: `describe the metric of type ${type}` }];
  });
}

/** Load is divided by the target. */
function targetFindings(target: MetricTarget, path: string): readonly Finding[] {
  if (!isKnown(target)) return [];
  const { averageUtilization } = target;
  return [
    ...rangeFinding(argumentPath(path, "target", "averageUtilization"), averageUtilization, [1, Infinity]),
    ...(["averageValue", "value"] as const).flatMap((field): readonly Finding[] => {
      const text = target[field];
      if (text === undefined || !isKnown(text) || (readQuantity(text) ?? 0) > 0) return [];
      return [{ path: argumentPath(path, "target", field), message: `is ${text}`, help: "write a quantity above 0" }];
    }),
  ];
}

/** Numbers within which scaling rules must be. */
function ruleFindings(rules: HPAScalingRules | undefined, path: string): readonly Finding[] {
  if (rules === undefined || !isKnown(rules)) return [];
  const { stabilizationWindowSeconds, policies, selectPolicy } = rules;
  const known = isKnown(policies) ? (policies ?? []) : [];
  return [
    ...rangeFinding(argumentPath(path, "stabilizationWindowSeconds"), stabilizationWindowSeconds, [0, 3600]),
    ...choiceFindings(selectPolicy, argumentPath(path, "selectPolicy"), ["Max", "Min", "Disabled"]),
    ...(policies !== undefined && isKnown(policies) && known.length === 0
      ? [{ path: argumentPath(path, "policies"), message: "is empty", help: "state a policy, or leave it out" }]
      : []),
    ...known.flatMap(({ periodSeconds, value, type }, index): readonly Finding[] => {
      const at = (field: string): string => argumentPath(path, "policies", index, field);
      return [
        ...rangeFinding(at("periodSeconds"), periodSeconds, [1, 1800]),
        ...rangeFinding(at("value"), value, [1, Infinity]),
        ...(!isKnown(type) || type === "Pods" || type === "Percent"
          ? []
          : [{ path: at("type"), message: `"${type}" is not a kind of policy`, help: "write Pods or Percent" }]),
      ];
    }),
  ];
}

function rangeFinding(
  path: string,
  value: number | undefined,
  [least, most]: readonly [number, number],
): readonly Finding[] {
  if (value === undefined || !isKnown(value) || (value >= least && value <= most)) return [];
  const help = most === Infinity ? `write ${least} or more` : `write ${least} to ${most}`;
  return [{ path, message: `is ${value}`, help }];
}

function verticalFindings({ path, spec: { pod } }: MemberPlan): readonly Finding[] {
  const policies = pod?.vpa?.resourcePolicy?.containerPolicies;
  return (isKnown(policies) ? (policies ?? []) : []).flatMap((policy, index) =>
    (["minAllowed", "maxAllowed"] as const).flatMap((bound) =>
      Object.entries(isKnown(policy[bound]) ? (policy[bound] ?? {}) : {})
        .filter(([, text]) => isKnown(text) && (readQuantity(text) ?? -1) < 0)
        .map(([resource, text]) => ({
          path: argumentPath(path, "pod", "vpa", "resourcePolicy", "containerPolicies", index, bound, resource),
          message: `"${text}" is not a quantity`,
          help: 'write a number with a unit of Kubernetes, such as "500m" or "1Gi"',
        })),
    ),
  );
}
