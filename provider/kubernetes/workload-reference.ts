import type { WorkloadReference } from "./manifest";
import type { PlaceObjects } from "./place-objects";

/** The StatefulSet of a member in a place, as autoscalers name what they act on. */
export const workloadReference = ({ place }: PlaceObjects): WorkloadReference => ({
  apiVersion: "apps/v1",
  kind: "StatefulSet",
  name: place.objectName,
});
