import { childName } from "../names";
import type { MeshPlan } from "../plan";

/** Where the plans of a file's Kubernetes namespaces are taken together. */
export interface FileHome {
  /** Pulumi name of the file. */
  readonly name: string;
  /** The Kubernetes namespace of manifests that name none. */
  readonly kubernetesNamespace: string;
}

/**
 * The clusters of several Kubernetes namespaces as those of one plan, so that each has one provider. With one namespace they
 * are its own and keep its names, which programs may have been deployed under.
 */
export function sharedClusters(
  plans: readonly MeshPlan[],
  { name, kubernetesNamespace }: FileHome,
): MeshPlan | undefined {
  const [first, ...others] = plans;
  if (first === undefined || others.length === 0) return first;
  const once = <Cluster extends { readonly key: string; readonly childName: string }>(
    clusters: readonly Cluster[],
  ): readonly Cluster[] =>
    [...new Map(clusters.map((cluster) => [cluster.key, cluster])).values()].map((cluster) => ({
      ...cluster,
      childName: childName(name, cluster.key),
    }));
  return {
    ...first,
    name,
    pulsarClusters: once(plans.flatMap(({ pulsarClusters }) => pulsarClusters)),
    kubernetesClusters: once(plans.flatMap(({ kubernetesClusters }) => kubernetesClusters)).map((cluster) => ({
      ...cluster,
      kubernetesNamespace,
    })),
    members: plans.flatMap(({ members }) => members),
  };
}
