import type { MeshPlan } from "../../model/plan";
import { type Problem, problemText } from "../../model/problem";
import { invalidArguments } from "../construct/invalid-arguments";
import type { ComponentRequest } from "./component";
import { givenKubernetes } from "./given-kubernetes";
import { missingKubeconfigs, unreadableKubeconfigs } from "./kubeconfigs";
import { pausedWithoutKubeconfig } from "./paused-members";
import { statedIn } from "./stated-text";

/**
 * Refuses a component with all its errors at once, before anything of it is registered; returns the warnings. `problems` are those that
 * its arguments alone have.
 */
export function refuseErrors(
  request: ComponentRequest,
  plans: readonly MeshPlan[],
  problems: readonly Problem[],
): readonly Problem[] {
  const found = [...problems, ...distinct(plans.flatMap((plan) => clusterProblems(request, plan)))];
  const errors = found.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw invalidArguments(errors);
  return found;
}

function clusterProblems(request: ComponentRequest, plan: MeshPlan): readonly Problem[] {
  const missing = missingKubeconfigs(plan, givenKubernetes(request) !== undefined);
  const unreadable = unreadableKubeconfigs(plan, {
    preview: request.preview,
    stated: statedIn(request.arguments.leaves),
  });
  return [...unreadable, ...(missing.length === 0 ? pausedWithoutKubeconfig(plan) : missing)];
}

/** Meshes that share their clusters share what is wrong with them. */
const distinct = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [problemText(problem), problem])).values(),
];
