import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties } from "../../../pulsar/resource";
import { type PatchingConnection, replaceInSpec } from "./replace-in-spec";

/** True where the program decides the number of instances; elsewhere an autoscaler does. */
export const isReplicasOurs = ({ replicas, initialReplicas }: Properties): boolean =>
  replicas !== undefined && initialReplicas === undefined;

/**
 * The number of instances that an update has to set where an HPA decides it otherwise; undefined where it is left alone. The HPA
 * sleeps while there is no instance: it cannot pause a member, and does not wake one up that was paused or stood by.
 */
export function wantedScale({ replicas, initialReplicas }: Properties, live: number): number | undefined {
  if (typeof initialReplicas !== "number") return undefined;
  const wanted = replicas === 0 ? 0 : live === 0 ? initialReplicas : live;
  return wanted === live ? undefined : wanted;
}

/** Pauses a member that an HPA scales, or wakes it up. The generation with that; undefined where it was so before. */
export async function pauseOrWake(
  connection: PatchingConnection,
  statefulSet: V1StatefulSet,
  inputs: Properties,
): Promise<number | undefined> {
  const replicas = wantedScale(inputs, statefulSet.spec?.replicas ?? 1);
  return replicas === undefined ? undefined : replaceInSpec(connection, statefulSet, { replicas });
}
