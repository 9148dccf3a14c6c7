import type * as Pulumi from "@pulumi/pulumi";
import { workloadManifests } from "../../kubernetes/place-manifests";
import { kubernetesPackage } from "./kubernetes-package";
import type { PlaceContext } from "./place-context";
import { registerReferences } from "./place-references";
import { registerRollout } from "./place-rollout";
import { registerScalers } from "./place-scalers";
import { prepareWorkload, registerWorkload } from "./place-workload";

/** Registers the Kubernetes objects of a member in one place, and the rollout that waits for them. */
export function registerPlace(place: PlaceContext): Pulumi.Resource {
  const { Service } = kubernetesPackage();
  const { target, surroundings } = place;
  const references = registerReferences(place);
  const { service, statefulSet, scaling } = workloadManifests(target, references.names);
  const prepared = prepareWorkload(place, statefulSet, [...surroundings.dependsOn, ...references.resources]);
  // By the Service, the deletion of volumes sees whether the member goes with them.
  new Service(target.place.childName, place.filled(service), place.after(prepared.volumes));
  const workload = registerWorkload(place, prepared);
  registerScalers(place, scaling, workload.resource);
  return registerRollout(place, workload, prepared.replicas);
}
