import { argumentPath } from "../../model/argument-path";
import type { MeshPlan } from "../../model/plan";
import type { Problem } from "../../model/problem";

/**
 * One Kubernetes cluster may live on the provider in the component's options; several need a kubeconfig each, since a
 * component can be handed only one provider of a package. The ambient kubeconfig is never used.
 */
export function missingKubeconfigs({ kubernetesClusters }: MeshPlan, hasProvider: boolean): readonly Problem[] {
  const isOnly = kubernetesClusters.length === 1;
  if (isOnly && hasProvider) return [];
  const help = isOnly
    ? "give the kubeconfig's text or path, or a kubernetes provider in the component's options"
    : "with several clusters each needs a kubeconfig, since a component can be handed only one kubernetes provider";
  return kubernetesClusters
    .filter(({ spec }) => spec.kubeconfig === undefined)
    .map(({ key }) => ({
      code: "FM082",
      severity: "error",
      path: argumentPath("kubernetes", key, "kubeconfig"),
      message: "is missing",
      help,
    }));
}
