import type * as Pulumi from "@pulumi/pulumi";
import { workloadManifests } from "../../kubernetes/place-manifests";
import { kubernetesPackage } from "./kubernetes-package";
import type { PlaceContext } from "./place-context";
import { registerReferences } from "./place-references";
import { registerRollout } from "./place-rollout";
import { registerRemovals, registerScalers } from "./place-scalers";
import { prepareWorkload, registerWorkload } from "./place-workload";

/** Registers the Kubernetes objects of a member in one place, and the rollout that waits for them. */
export function registerPlace(place: PlaceContext): Pulumi.Resource {
  const { Service } = kubernetesPackage();
  const { target, surroundings } = place;
  const references = registerReferences(place);
  const { service, statefulSet, scaling } = workloadManifests(target, references.names);
  const prepared = prepareWorkload(place, statefulSet, [...surroundings.dependsOn, ...references.resources]);
  const removals = registerRemovals(place, scaling);
  // By the Service, which is deleted before them, the deletion of volumes and of autoscalers sees whether the member goes with them.
  const before = [...prepared.volumes, ...removals.values()];
  new Service(target.place.childName, place.filled(service), place.after(before));
  const workload = registerWorkload(place, prepared);
  registerScalers(place, scaling, { workload: workload.resource, removals });
  return registerRollout(place, workload, prepared.replicas);
}
