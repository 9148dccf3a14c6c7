import type * as Pulumi from "@pulumi/pulumi";
import type { ScalingManifest } from "../../kubernetes/manifest";
import { child } from "./child";
import { kubernetesPackage } from "./kubernetes-package";
import type { PlaceContext } from "./place-context";

/** Registers what scales a place's workload, or limits who may. */
export function registerScalers(
  place: PlaceContext,
  manifests: readonly ScalingManifest[],
  workload: Pulumi.Resource,
): void {
  for (const manifest of manifests) {
    const dependsOn = [workload, ...registerRemoval(place, manifest, workload)];
    const kind = scalingClasses[manifest.kind];
    const name = place.target.place.childName;
    new (kubernetesPackage()[kind])(name, place.filled(manifest), place.after(dependsOn));
  }
}

/**
 * An autoscaler depends on this, so that it is deleted before. The names tell the kinds apart: one kind may give way to the other.
 * Where the program handed over a provider nobody could set a number.
 */
function registerRemoval(
  place: PlaceContext,
  { kind }: ScalingManifest,
  workload: Pulumi.Resource,
): readonly Pulumi.Resource[] {
  const { scope, target, surroundings, memberPath } = place;
  const { cluster, parent } = surroundings;
  const suffix = autoscalers.get(kind);
  if (suffix === undefined || cluster.connection === undefined) return [];
  const properties = {
    member: memberPath,
    ...cluster.connection,
    kubernetesNamespace: scope.placeholders.text(target.place.kubernetesNamespace),
    statefulSet: scope.placeholders.text(target.place.objectName),
    timeoutSeconds: scope.placeholders.fill(target.member.rollout.timeoutSeconds),
  };
  const wanted = {
    type: "function-mesh:index:AutoscalerRemoval",
    name: `${target.place.childName}-${suffix}`,
    properties,
  };
  return [child(scope, wanted, { parent, dependsOn: [workload] })];
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
