import { argumentPath } from "../../model/argument-path";
import type { KubernetesClusterSpec } from "../../model/kubernetes-cluster";
import type { MeshPlan } from "../../model/plan";
import type { Problem } from "../../model/problem";
import { kubeconfigText } from "./kubeconfig-text";
import type { StatedText } from "./stated-text";

/**
 * One Kubernetes cluster may live on the provider in the component's options; several need a kubeconfig each, since a
 * component can be handed only one provider of a package. The ambient kubeconfig is never used. One that is left behind needs none.
 */
export function missingKubeconfigs({ kubernetesClusters }: MeshPlan, hasProvider: boolean): readonly Problem[] {
  const isOnly = kubernetesClusters.length === 1;
  if (isOnly && hasProvider) return withoutEffect(kubernetesClusters);
  const help = isOnly
    ? "give the kubeconfig's text or path, or a kubernetes provider in the component's options"
    : "with several clusters each needs a kubeconfig, since a component can be handed only one kubernetes provider";
  return kubernetesClusters
    .filter(({ spec }) => spec.kubeconfig === undefined && spec.abandon !== true)
    .map(({ key }) => ({
      code: "FM082",
      severity: "error",
      path: argumentPath("kubernetes", key, "kubeconfig"),
      message: "is missing",
      help,
    }));
}

/** What needs a provider of the mesh's own, or a kubeconfig to ask by. */
const needingKubeconfig = {
  abandon: {
    isSet: ({ abandon }: KubernetesClusterSpec) => abandon === true,
    message: "is true for a cluster on the kubernetes provider of the component's options",
    help: "state a kubeconfig, or set `deleteUnreachable` of that provider and take the members out",
  },
  uid: {
    isSet: ({ uid }: KubernetesClusterSpec) => uid !== undefined,
    message:
      "is stated for a cluster on the kubernetes provider of the component's options, which cannot be asked for it",
    help: "state a kubeconfig, or leave the uid out",
  },
} as const;

const withoutEffect = (clusters: MeshPlan["kubernetesClusters"]): readonly Problem[] =>
  clusters
    .filter(({ spec }) => spec.kubeconfig === undefined)
    .flatMap(({ key, spec }) =>
      Object.entries(needingKubeconfig)
        .filter(([, { isSet }]) => isSet(spec))
        .map(([field, { message, help }]): Problem => {
          return { code: "FM082", severity: "error", path: argumentPath("kubernetes", key, field), message, help };
        }),
    );

/**
 * Kubeconfigs that are neither a text nor the path of a file that can be read. A program may still write the file, so that a preview
 * only tells; what another resource computes is read when it is there, and that of a cluster which is left behind is not needed.
 */
export const unreadableKubeconfigs = (
  { kubernetesClusters }: MeshPlan,
  { preview, stated }: { readonly preview: boolean; readonly stated: StatedText },
): readonly Problem[] =>
  kubernetesClusters.flatMap(({ key, spec: { kubeconfig, abandon } }): readonly Problem[] => {
    const value = kubeconfig === undefined || abandon === true ? undefined : stated(kubeconfig);
    if (value === undefined) return [];
    const read = kubeconfigText(value);
    if (read.text !== undefined) return [];
    return [
      {
        code: "FM082",
        severity: preview && read.mayCome ? "warning" : "error",
        path: argumentPath("kubernetes", key, "kubeconfig"),
        message: read.reason,
        help: "state the path of a file that is there by the update, or the text",
      },
    ];
  });
