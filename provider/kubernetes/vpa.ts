import { namedMetadata } from "./labels";
import type { VerticalPodAutoscaler } from "./manifest";
import type { PlaceObjects } from "./place-objects";
import { workloadReference } from "./workload-reference";

/** Lets the size of instances follow their use; undefined for a member whose size is its own. */
export function renderVpa(target: PlaceObjects): VerticalPodAutoscaler | undefined {
  const { vpa } = target.member.pod;
  if (vpa === undefined) return undefined;
  const { updatePolicy, resourcePolicy } = vpa;
  return {
    apiVersion: "autoscaling.k8s.io/v1",
    kind: "VerticalPodAutoscaler",
    metadata: namedMetadata(target, target.place.objectName),
    spec: {
      targetRef: workloadReference(target),
      ...(updatePolicy === undefined ? {} : { updatePolicy }),
      ...(resourcePolicy === undefined ? {} : { resourcePolicy }),
    },
  };
}
