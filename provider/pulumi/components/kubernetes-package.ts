/**
 * The classes of @pulumi/kubernetes that a mesh uses, loaded one by one and only when a component is built: the package's
 * index loads hundreds of files.
 */
import type { ProviderArgs } from "@pulumi/kubernetes/provider";
import type * as Pulumi from "@pulumi/pulumi";

type ObjectConstructor = new (
  name: string,
  manifest: Readonly<Record<string, unknown>>,
  options: Pulumi.CustomResourceOptions,
) => KubernetesObject;

export interface KubernetesObject extends Pulumi.CustomResource {
  readonly metadata: Pulumi.Output<{ readonly name: string; readonly uid?: string }>;
}

interface KubernetesPackage {
  readonly Provider: new (name: string, args: ProviderArgs, options: Pulumi.ResourceOptions) => Pulumi.ProviderResource;
  readonly ConfigMap: ObjectConstructor;
  /** Of any kind; the manifest says which. */
  readonly CustomResource: ObjectConstructor;
  readonly HorizontalPodAutoscaler: ObjectConstructor;
  readonly Namespace: ObjectConstructor;
  readonly PodDisruptionBudget: ObjectConstructor;
  readonly Secret: ObjectConstructor;
  readonly Service: ObjectConstructor;
  readonly StatefulSet: ObjectConstructor;
}

let loaded: KubernetesPackage | undefined;

/* eslint-disable @typescript-eslint/no-require-imports -- bundled, but only run on first use */
export function kubernetesPackage(): KubernetesPackage {
  loaded ??= {
    Provider: require("@pulumi/kubernetes/provider").Provider,
    ConfigMap: require("@pulumi/kubernetes/core/v1/configMap").ConfigMap,
    CustomResource: require("@pulumi/kubernetes/apiextensions/customResource").CustomResource,
    HorizontalPodAutoscaler: require("@pulumi/kubernetes/autoscaling/v2/horizontalPodAutoscaler")
      .HorizontalPodAutoscaler,
    Namespace: require("@pulumi/kubernetes/core/v1/namespace").Namespace,
    PodDisruptionBudget: require("@pulumi/kubernetes/policy/v1/podDisruptionBudget").PodDisruptionBudget,
    Secret: require("@pulumi/kubernetes/core/v1/secret").Secret,
    Service: require("@pulumi/kubernetes/core/v1/service").Service,
    StatefulSet: require("@pulumi/kubernetes/apps/v1/statefulSet").StatefulSet,
  };
  return loaded;
}
/* eslint-enable @typescript-eslint/no-require-imports */
