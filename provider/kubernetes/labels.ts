import { joinedMaps } from "../model/merged";
import { labelValue } from "../model/names";
import type { Metadata } from "./manifest";
import type { PlaceObjects } from "./place-objects";

type Labels = Readonly<Record<string, string>>;

/** The labels that tell a member's pods from all others. They can never change on a live StatefulSet. */
export const selectorLabels = ({ member, place }: PlaceObjects): Labels => ({
  "compute.functionmesh.io/component": member.kind,
  "compute.functionmesh.io/name": member.origin?.componentName ?? place.objectName,
});

/** The labels of all objects of a member. */
export const objectLabels = (target: PlaceObjects): Labels => ({
  "app.kubernetes.io/name": target.place.objectName,
  "app.kubernetes.io/instance": target.place.objectName,
  "app.kubernetes.io/component": target.member.kind,
  "app.kubernetes.io/part-of": labelValue(target.plan.name),
  "app.kubernetes.io/managed-by": target.manager ?? "pulumi",
  "compute.functionmesh.io/namespace": target.place.kubernetesNamespace,
  ...selectorLabels(target),
});

/** The labels of pods. Users may change any but those that the workload finds its pods by. */
export const podLabels = (target: PlaceObjects): Labels =>
  joinedMaps(
    selectorLabels(target),
    joinedMaps(target.member.pod.labels, { ...objectLabels(target), ...operatorLabels(target) }),
  );

/** What else the operator labels pods with: affinities, budgets and monitoring of its users' may find them by these. */
function operatorLabels({ member: { kind, origin }, place }: PlaceObjects): Labels {
  if (origin === undefined) return {};
  const app = "function-mesh";
  return {
    ...(kind === "function" ? { "compute.functionmesh.io/app": app, app } : {}),
    component: kind,
    name: origin.componentName,
    namespace: place.kubernetesNamespace,
  };
}

/** Metadata of an object whose name is generated. */
export const generatedMetadata = (target: PlaceObjects): Metadata => ({
  namespace: target.place.kubernetesNamespace,
  labels: objectLabels(target),
});

/** Metadata of an object with a stable name. */
export const namedMetadata = (target: PlaceObjects, name: string): Metadata => ({ name, ...generatedMetadata(target) });

/** The kubernetes plugin does not wait for these objects itself: Rollout does, and knows more. */
export const unawaitedMetadata = (target: PlaceObjects, name: string): Metadata => ({
  name,
  ...generatedMetadata(target),
  ...(target.manager === "function-mesh" ? {} : { annotations: { "pulumi.com/skipAwait": "true" } }),
});
