import type * as Pulumi from "@pulumi/pulumi";
import type { ScalingManifest } from "../../kubernetes/manifest";
import { child } from "./child";
import { kubernetesPackage } from "./kubernetes-package";
import type { PlaceContext } from "./place-context";

/** What autoscalers are deleted before, by their kinds. */
export type RegisteredRemovals = ReadonlyMap<ScalingManifest["kind"], Pulumi.Resource>;

/**
 * Registers what stands beside autoscalers. The names tell the kinds apart: one kind may give way to the other. Where the program
 * handed over a provider nobody could set a number.
 */
export function registerRemovals(place: PlaceContext, manifests: readonly ScalingManifest[]): RegisteredRemovals {
  const { scope, target, surroundings, memberPath } = place;
  const { cluster, parent } = surroundings;
  const { connection } = cluster;
  if (connection === undefined) return new Map();
  const properties = {
    member: memberPath,
    ...connection,
    kubernetesNamespace: scope.placeholders.text(target.place.kubernetesNamespace),
    statefulSet: scope.placeholders.text(target.place.objectName),
    service: scope.placeholders.text(target.place.serviceName),
    timeoutSeconds: scope.placeholders.fill(target.member.rollout.timeoutSeconds),
  };
  const removals = manifests.flatMap(({ kind }): readonly [ScalingManifest["kind"], Pulumi.Resource][] => {
    const suffix = autoscalers.get(kind);
    if (suffix === undefined) return [];
    const name = `${target.place.childName}-${suffix}`;
    const wanted = { type: "function-mesh:index:AutoscalerRemoval", name, properties };
    // Who the cluster is stands behind its provider.
    return [[kind, child(scope, wanted, { parent, dependsOn: [cluster.provider] })]];
  });
  return new Map(removals);
}

/** Registers what scales a place's workload, or limits who may. An autoscaler is deleted before its removal. */
export function registerScalers(
  place: PlaceContext,
  manifests: readonly ScalingManifest[],
  { workload, removals }: { readonly workload: Pulumi.Resource; readonly removals: RegisteredRemovals },
): void {
  for (const manifest of manifests) {
    const removal = removals.get(manifest.kind);
    const dependsOn = [workload, ...(removal === undefined ? [] : [removal])];
    const kind = scalingClasses[manifest.kind];
    const name = place.target.place.childName;
    new (kubernetesPackage()[kind])(name, place.filled(manifest), place.after(dependsOn));
  }
}

const autoscalers: ReadonlyMap<ScalingManifest["kind"], string> = new Map([
  ["HorizontalPodAutoscaler", "hpa"],
  ["ScaledObject", "keda"],
]);

/** Kinds that the kubernetes package does not know are custom resources. */
const scalingClasses = {
  HorizontalPodAutoscaler: "HorizontalPodAutoscaler",
  PodDisruptionBudget: "PodDisruptionBudget",
  VerticalPodAutoscaler: "CustomResource",
  ScaledObject: "CustomResource",
  TriggerAuthentication: "CustomResource",
} as const satisfies Record<ScalingManifest["kind"], keyof ReturnType<typeof kubernetesPackage>>;
