import { containerFailure, waitingContainer } from "./container-state";
import type { ObservedEvent, ObservedPod, ObservedWorkload } from "./observed";

/** Whether a workload works. `reason` is a sentence without a full stop. */
export type Readiness =
  | { readonly state: "ready" }
  | { readonly state: "waiting"; readonly reason: string }
  | { readonly state: "failed"; readonly reason: string; readonly pod?: string };

/**
 * Reads off a workload's status whether it works on its newest revision, or what it waits for, or why it never will.
 *
 * generation observed → pods made (or FailedCreate) → pods scheduled, images pulled, containers started → ready on the update
 * revision → current revision = update revision. Pods of older revisions count for nothing: a rollout that mends a failing
 * revision must not fail with it.
 */
export function readinessOf(workload: ObservedWorkload): Readiness {
  const { metadata, status = {} } = workload.statefulSet;
  if ((status.observedGeneration ?? 0) < (metadata?.generation ?? 0) || status.updateRevision === undefined) {
    return waiting("the controller has not seen the change yet");
  }
  if (isSettled(workload)) return { state: "ready" };
  return failure(workload) ?? waiting(waitingReason(workload));
}

const waiting = (reason: string): Readiness => ({ state: "waiting", reason });

const wantedReplicas = ({ statefulSet }: ObservedWorkload): number => statefulSet.spec?.replicas ?? 1;

function isSettled(workload: ObservedWorkload): boolean {
  const {
    replicas = 0,
    readyReplicas = 0,
    updatedReplicas = 0,
    currentRevision,
    updateRevision,
  } = workload.statefulSet.status ?? {};
  const wanted = wantedReplicas(workload);
  if (wanted === 0) return replicas === 0;
  return (
    replicas === wanted && readyReplicas === wanted && updatedReplicas === wanted && currentRevision === updateRevision
  );
}

function failure(workload: ObservedWorkload): Readiness | undefined {
  const { status = {}, metadata } = workload.statefulSet;
  if ((status.replicas ?? 0) < wantedReplicas(workload)) {
    const refused = workload.events.find((event) => event.reason === "FailedCreate" && isNewer(event, workload.since));
    if (refused !== undefined) {
      const reason = `pods of ${metadata?.name ?? "the StatefulSet"} are refused: ${refused.message ?? "no reason given"}`;
      return { state: "failed", reason };
    }
  }
  for (const pod of newPods(workload)) {
    if (isReady(pod)) continue;
    for (const container of containersOf(pod)) {
      const reason = containerFailure(container);
      if (reason !== undefined)
        return { state: "failed", pod: nameOf(pod), reason: `${describe(pod, container.name)} ${reason}` };
    }
  }
  return undefined;
}

function isNewer(event: ObservedEvent, since: string | undefined): boolean {
  const last = event.lastTimestamp ?? event.eventTime;
  if (since === undefined || last === undefined || last === null) return true;
  // Timestamps of events are whole seconds, so one of the same second counts.
  return Math.floor(new Date(last).getTime() / 1000) >= Math.floor(new Date(since).getTime() / 1000);
}

/** The pods of the update revision that are not going away, in the order of their names. */
function newPods({ statefulSet, pods }: ObservedWorkload): readonly ObservedPod[] {
  const revision = statefulSet.status?.updateRevision;
  return livePods(pods).filter((pod) => pod.metadata?.labels?.["controller-revision-hash"] === revision);
}

const livePods = (pods: readonly ObservedPod[]): readonly ObservedPod[] =>
  pods
    .filter((pod) => pod.metadata?.deletionTimestamp === undefined || pod.metadata.deletionTimestamp === null)
    .toSorted((left, right) => nameOf(left).localeCompare(nameOf(right), "en", { numeric: true }));

/** The first condition that is not met yet, in words. */
function waitingReason(workload: ObservedWorkload): string {
  const wanted = wantedReplicas(workload);
  const all = livePods(workload.pods);
  if (all.length > wanted) return `${all.length} pods exist where ${wanted} are wanted`;
  const current = newPods(workload);
  for (const pod of current) {
    const reason = podReason(pod);
    if (reason !== undefined) return reason;
  }
  const old = all.find((pod) => !current.includes(pod));
  if (old !== undefined) return `pod ${nameOf(old)} still runs the revision before`;
  if (all.length < wanted) return `${all.length} of ${wanted} pods exist`;
  return "all pods are ready, and the controller has not noticed yet";
}

function podReason(pod: ObservedPod): string | undefined {
  if (isReady(pod)) return undefined;
  const scheduled = pod.status?.conditions?.find(({ type }) => type === "PodScheduled");
  if (scheduled?.status === "False")
    return `pod ${nameOf(pod)} has no node: ${scheduled.message ?? scheduled.reason ?? "no reason given"}`;
  for (const container of containersOf(pod)) {
    const reason = waitingContainer(container);
    if (reason !== undefined) return `${describe(pod, container.name)} ${reason}`;
  }
  return `pod ${nameOf(pod)} is not ready`;
}

const isReady = (pod: ObservedPod): boolean =>
  pod.status?.conditions?.some(({ type, status }) => type === "Ready" && status === "True") === true;

const containersOf = ({ status }: ObservedPod) => [
  ...(status?.initContainerStatuses ?? []),
  ...(status?.containerStatuses ?? []),
];

const nameOf = (pod: ObservedPod): string => pod.metadata?.name ?? "";

const describe = (pod: ObservedPod, container: string): string => `container ${container} of pod ${nameOf(pod)}`;
