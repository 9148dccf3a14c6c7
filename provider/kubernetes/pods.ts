import type { ObservedContainer, ObservedPod, ObservedWorkload } from "./observed";

type Pods = Pick<ObservedWorkload, "statefulSet" | "pods" | "deleted">;

/** The pods that are not going away, in the order of their ordinals. */
export const livePods = (workload: Pods): readonly ObservedPod[] => sorted(workload, (pod) => !isEnding(pod, workload));

/** The pods that are going away. */
export const endingPods = (workload: Pods): readonly ObservedPod[] =>
  sorted(workload, (pod) => isEnding(pod, workload));

/** The live pods of the revision that is being rolled out. */
export function currentPods(workload: Pods): readonly ObservedPod[] {
  const revision = workload.statefulSet.status?.updateRevision;
  return livePods(workload).filter((pod) => pod.metadata?.labels?.["controller-revision-hash"] === revision);
}

/** The pod whose log says most of a workload that does not work: the first that is not ready, else the first. */
export function tellingPod(workload: Pods): string | undefined {
  const pods = currentPods(workload);
  return (pods.find((pod) => !isReady(pod)) ?? pods[0] ?? livePods(workload)[0])?.metadata?.name;
}

export const isReady = (pod: ObservedPod): boolean =>
  pod.status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") === true;

export const containersOf = ({ status }: ObservedPod): readonly ObservedContainer[] => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

export const nameOf = (pod: ObservedPod): string => pod.metadata?.name ?? "";

export const uidOf = (pod: ObservedPod): string => pod.metadata?.uid ?? "";

const isEnding = (pod: ObservedPod, { deleted }: Pods): boolean =>
  (pod.metadata?.deletionTimestamp ?? null) !== null || deleted?.has(uidOf(pod)) === true;

const sorted = ({ pods }: Pods, wanted: (pod: ObservedPod) => boolean): readonly ObservedPod[] =>
  pods.filter(wanted).toSorted((left, right) => nameOf(left).localeCompare(nameOf(right), "en", { numeric: true }));
