import { argumentPath } from "../../argument-path";
import { readQuantity } from "../../quantity";
import type { Component } from "../component";
import { readBuiltinRule } from "../convert/autoscaling";
import { paddedResources } from "../convert/resources";
import type { OperatorFinding, OperatorRule } from "./operator-rule";

/** FM096 */
export const amounts: OperatorRule = {
  code: "FM096",
  severity: "error",
  inManifests: "error",
  title: "Amounts in manifests are those that the operator takes",
  description:
    "`minReplicas` is more than 0 and at most `replicas`. Where `resources` are stated, memory is requested. `pod.builtinAutoscaler` has one rule for CPU and one for memory at most.",
  check: (component) => [...replicaFindings(component), ...memoryFindings(component), ...scalingFindings(component)],
};

/** With `maxReplicas` it is FM050 that compares them. */
function replicaFindings({ path, spec }: Component): readonly OperatorFinding[] {
  const { replicas, minReplicas, maxReplicas } = spec;
  if (minReplicas === undefined || maxReplicas !== undefined) return [];
  const at = argumentPath(path, "minReplicas");
  if (minReplicas <= 0) return [{ path: at, message: `is ${minReplicas}`, help: "write 1 or more" }];
  if (replicas === undefined || replicas >= minReplicas) return [];
  return [{ path: at, message: `is ${minReplicas}, more than \`replicas\`, ${replicas}`, help: "leave it out" }];
}

/** More than is requested than the limit allows is FM070's. */
function memoryFindings({ path, spec }: Component): readonly OperatorFinding[] {
  const resources = paddedResources(spec.resources);
  if (resources === undefined) return [];
  return (["requests", "limits"] as const).flatMap((side): readonly OperatorFinding[] => {
    const memory = resources[side]?.["memory"];
    // Without a request there is none to take for the limit, and that is said of the request.
    if (memory === undefined && side === "limits") return [];
    if ((readQuantity(memory ?? "") ?? 0) > 0) return [];
    const at = argumentPath(path, "resources", side, "memory");
    return [{ path: at, message: memory === undefined ? "is missing" : `is ${memory}`, help: 'write such as "512Mi"' }];
  });
}

function scalingFindings({ path, spec }: Component): readonly OperatorFinding[] {
  const resources = (spec.pod?.builtinAutoscaler ?? []).map((rule) => readBuiltinRule(rule)?.resource);
  return resources.flatMap((resource, index) =>
    resource === undefined || resources.indexOf(resource) === index
      ? []
      : [
          {
            path: argumentPath(path, "pod", "builtinAutoscaler", index),
            message: `is a second rule for ${resource === "cpu" ? "CPU" : "memory"}`,
            help: "keep one of the two",
          },
        ],
  );
}
