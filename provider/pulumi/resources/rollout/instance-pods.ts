import type { ObservedWorkload } from "../../../kubernetes/observed";
import { currentPods, nameOf } from "../../../kubernetes/pods";

/** What a pod tells of its instance as the broker sees it. */
export interface InstancePod {
  /** When it was made, in milliseconds since 1970 by this machine's clock; undefined where that is not known. */
  readonly madeAt: number | undefined;
  /** Its instance then calls itself by the name of the node. */
  readonly hasNodesName: boolean;
}

/** By the number of its instance. */
export type InstancePods = ReadonlyMap<string, InstancePod>;

/**
 * The pods that are waited for. Their creation is the API server's word, where the start of a container is the node's: with
 * `clockLead`, the milliseconds that the API server's clock is ahead of this machine's, nobody's clock has to be right. No instance
 * can have been connected before its pod was made, however often its container starts again.
 */
export function instancePods(workload: ObservedWorkload, clockLead: number | undefined): InstancePods {
  return new Map(
    currentPods(workload).map((pod) => [
      /\d*$/.exec(nameOf(pod))?.[0] ?? "",
      { madeAt: madeAt(pod.metadata?.creationTimestamp, clockLead), hasNodesName: pod.spec?.hostNetwork === true },
    ]),
  );
}

function madeAt(created: Date | string | undefined, clockLead: number | undefined): number | undefined {
  if (created === undefined || clockLead === undefined) return undefined;
  const time = new Date(created).getTime() - clockLead;
  return Number.isFinite(time) ? time : undefined;
}
