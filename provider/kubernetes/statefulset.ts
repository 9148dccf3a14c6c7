import { selectorLabels, unawaitedMetadata } from "./labels";
import type { StatefulSet } from "./manifest";
import type { PlaceObjects } from "./place-objects";
import { renderPodTemplate } from "./pod";
import type { ReferencedNames } from "./referenced-names";

/** The workload of a member in one place. */
export function renderStatefulSet(target: PlaceObjects, names: ReferencedNames): StatefulSet {
  const { member, place } = target;
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: unawaitedMetadata(target),
    spec: {
      serviceName: place.objectName,
      replicas: place.standby ? 0 : (member.spec.replicas ?? 1),
      // A failing revision of an ordered one is not left by itself when the mistake is mended.
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "RollingUpdate" },
      selector: { matchLabels: selectorLabels(target) },
      template: renderPodTemplate(target, names),
    },
  };
}
