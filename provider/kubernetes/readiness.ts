import { containerFailure, waitingContainer } from "./container-state";
import { earlierExits, isEarlier } from "./evidence";
import type { ObservedEvent, ObservedPod, ObservedWorkload } from "./observed";
import { containersOf, currentPods, endingPods, isReady, livePods, nameOf } from "./pods";

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
    const refused = refusals(workload).find((event) => !isEarlier(event, workload.earlier));
    if (refused !== undefined) {
      const reason = `pods of ${metadata?.name ?? "the StatefulSet"} are refused: ${refused.message ?? "no reason given"}`;
      return { state: "failed", reason };
    }
  }
  for (const pod of currentPods(workload)) {
    if (isReady(pod)) continue;
    for (const container of containersOf(pod)) {
      const reason = containerFailure(container, earlierExits(pod, container, workload.earlier));
      if (reason !== undefined)
        return { state: "failed", pod: nameOf(pod), reason: `${describe(pod, container.name)} ${reason}` };
    }
  }
  return undefined;
}

const refusals = ({ events, since }: ObservedWorkload): readonly ObservedEvent[] =>
  events.filter((event) => event.reason === "FailedCreate" && isNewer(event, since));

function isNewer(event: ObservedEvent, since: string | undefined): boolean {
  const last = event.lastTimestamp ?? event.eventTime;
  if (since === undefined || last === undefined || last === null) return true;
  // Timestamps of events are whole seconds, so one of the same second counts.
  return Math.floor(new Date(last).getTime() / 1000) >= Math.floor(new Date(since).getTime() / 1000);
}

/** The first condition that is not met yet, in words. */
function waitingReason(workload: ObservedWorkload): string {
  const wanted = wantedReplicas(workload);
  const all = livePods(workload);
  if (all.length > wanted) return `${all.length} pods exist where ${wanted} are wanted`;
  const current = currentPods(workload);
  for (const pod of current) {
    const reason = podReason(pod);
    if (reason !== undefined) return reason;
  }
  const old = all.find((pod) => !current.includes(pod));
  if (old !== undefined) return `pod ${nameOf(old)} still runs the revision before`;
  const [ending] = endingPods(workload);
  if (ending !== undefined) return `pod ${nameOf(ending)} is still ending`;
  if (all.length < wanted) return `${all.length} of ${wanted} pods exist${refusedBefore(workload)}`;
  return "all pods are ready, and the controller has not noticed yet";
}

/** An older refusal may be over, but the controller lets more and more time pass until it tries again. */
function refusedBefore(workload: ObservedWorkload): string {
  const message = refusals(workload).at(-1)?.message;
  return message === undefined ? "" : `; when the wait began they were refused: ${message}`;
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

const describe = (pod: ObservedPod, container: string): string => `container ${container} of pod ${nameOf(pod)}`;
