import { argumentPath } from "../../model/argument-path";
import type { MeshPlan } from "../../model/plan";
import type { Problem } from "../../model/problem";
import { isKnown, isSecret } from "../../model/unknown";
import { kubeconfigText } from "./kubeconfig-text";

/**
 * One Kubernetes cluster may live on the provider in the component's options; several need a kubeconfig each, since a
 * component can be handed only one provider of a package. The ambient kubeconfig is never used.
 */
export function missingKubeconfigs({ kubernetesClusters }: MeshPlan, hasProvider: boolean): readonly Problem[] {
  const isOnly = kubernetesClusters.length === 1;
  if (isOnly && hasProvider) return abandonedWithoutKubeconfig(kubernetesClusters);
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

/** Only a provider of the mesh's own can be told to drop what it does not reach. */
const abandonedWithoutKubeconfig = (clusters: MeshPlan["kubernetesClusters"]): readonly Problem[] =>
  clusters
    .filter(({ spec }) => spec.kubeconfig === undefined && spec.abandon === true)
    .map(({ key }) => ({
      code: "FM082",
      severity: "error",
      path: argumentPath("kubernetes", key, "abandon"),
      message: "is true for a cluster on the kubernetes provider of the component's options",
      help: "state a kubeconfig, or set `deleteUnreachable` of that provider and take the members out",
    }));

/**
 * Kubeconfigs that are neither a text nor the path of a file. A program may still write the file, so that a preview only tells; what
 * another resource computes is read when it is there.
 */
export const unreadableKubeconfigs = ({ kubernetesClusters }: MeshPlan, preview: boolean): readonly Problem[] =>
  kubernetesClusters
    .filter(({ spec: { kubeconfig } }) => kubeconfig !== undefined && isPlain(kubeconfig))
    .filter(({ spec: { kubeconfig = "" } }) => kubeconfigText(kubeconfig) === undefined)
    .map(({ key }) => ({
      code: "FM082",
      severity: preview ? "warning" : "error",
      path: argumentPath("kubernetes", key, "kubeconfig"),
      message: "there is no file at that path, and it is no kubeconfig text either",
      help: "state the path of a file that is there by the update, or the text",
    }));

const isPlain = (text: string): boolean => isKnown(text) && !isSecret(text);
