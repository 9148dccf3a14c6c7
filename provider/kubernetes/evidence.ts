import { exitsOf, isStuck } from "./container-state";
import type { Evidence, ObservedContainer, ObservedEvent, ObservedPod, ObservedWorkload } from "./observed";
import { containersOf, currentPods, uidOf } from "./pods";

/** What speaks of failures at this moment. Versions and counts are compared, never clocks: the cluster's is not ours. */
export function evidenceOf(pods: readonly ObservedPod[], events: readonly ObservedEvent[]): Evidence {
  const containers = pods.flatMap((pod) =>
    containersOf(pod).map((container) => ({ key: keyOf(pod, container), container, exits: exitsOf(container) })),
  );
  return {
    exits: new Map(containers.map(({ key, exits }) => [key, exits])),
    failed: new Set(containers.filter(({ container, exits }) => exits > 0 || isStuck(container)).map(({ key }) => key)),
    events: new Set(events.map(versionOf)),
  };
}

export const earlierExits = (pod: ObservedPod, container: ObservedContainer, earlier: Evidence | undefined): number =>
  earlier?.exits.get(keyOf(pod, container)) ?? 0;

export const isEarlier = (event: ObservedEvent, earlier: Evidence | undefined): boolean =>
  earlier?.events.has(versionOf(event)) === true;

/**
 * The pods of the wanted revision that had failed already when the wait began, and that Kubernetes lets wait before it tries
 * them again: long after what they failed of was mended.
 */
export function stuckPods(workload: ObservedWorkload): readonly ObservedPod[] {
  const { earlier, statefulSet } = workload;
  const isSeen = (statefulSet.status?.observedGeneration ?? 0) >= (statefulSet.metadata?.generation ?? 0);
  if (earlier === undefined || !isSeen) return [];
  return currentPods(workload).filter((pod) =>
    containersOf(pod).some((container) => isStuck(container) && earlier.failed.has(keyOf(pod, container))),
  );
}

const keyOf = (pod: ObservedPod, { name }: ObservedContainer): string => `${uidOf(pod)}/${name}`;

const versionOf = ({ metadata }: ObservedEvent): string => `${metadata?.uid ?? ""}@${metadata?.resourceVersion ?? ""}`;
