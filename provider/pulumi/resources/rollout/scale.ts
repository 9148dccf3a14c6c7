import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties } from "../../../pulsar/resource/resource";
import type { WantedInstances } from "../wanted-instances";
import { type PatchingConnection, replaceInSpec } from "./replace-in-spec";

/** A workload that was scaled. */
export interface Scaled {
  /** The workload's generation with that. */
  readonly generation: number;
  /** True where the program asks for no other number than before: somebody else had changed it. */
  readonly isRepair: boolean;
}

/** The number of instances that is drift when it is another one; undefined where any number is right. */
export function watchedReplicas({ replicas, initialReplicas }: Properties, live: number): number | undefined {
  if (typeof replicas === "number") return live;
  // Nothing wakes up a workload that was scaled to nothing, no HPA either: that is never what a program asks for.
  return typeof initialReplicas === "number" && live === 0 ? live : undefined;
}

/**
 * The number of instances that an update has to set; undefined where the live one is right. Where the program states none, that
 * is any but 0. The API server begins with 1, when a workload is made and when a stated 0 is taken out.
 */
export function wantedScale(inputs: Properties, live: number, before: Properties | undefined): number | undefined {
  const { replicas, initialReplicas: first } = inputs;
  const begins = isAnew(inputs, before) || before?.["replicas"] === 0;
  return wantedOf({ replicas, first, begins }, live);
}

/** As `wantedScale`, where the workload is the one that it was and the program asks for what it asked for before. */
export const continuedScale = ({ replicas, initialReplicas }: WantedInstances, live: number): number | undefined =>
  wantedOf({ replicas, first: initialReplicas, begins: false }, live);

function wantedOf(
  asked: { readonly replicas: unknown; readonly first: unknown; readonly begins: boolean },
  live: number,
): number | undefined {
  const { replicas, first, begins } = asked;
  if (typeof replicas === "number") return replicas === live ? undefined : replicas;
  if (typeof first !== "number") return undefined;
  return (begins || live === 0) && live < first ? first : undefined;
}

const isAnew = (inputs: Properties, before: Properties | undefined): boolean =>
  before === undefined || before["statefulSetUid"] !== inputs["statefulSetUid"];

/** Brings a workload to the number of instances that the program asks for; undefined where it was so before. */
export async function scaleWorkload(
  connection: PatchingConnection,
  statefulSet: V1StatefulSet,
  { inputs, before }: { readonly inputs: Properties; readonly before: Properties | undefined },
): Promise<Scaled | undefined> {
  const replicas = wantedScale(inputs, statefulSet.spec?.replicas ?? 1, before);
  if (replicas === undefined) return undefined;
  const generation = await replaceInSpec(connection, statefulSet, { replicas });
  const isSame = before !== undefined && !isAnew(inputs, before) && before["replicas"] === inputs["replicas"];
  return generation === undefined ? undefined : { generation, isRepair: isSame };
}
