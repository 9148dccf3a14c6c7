import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { declaredOf, differs } from "./declared";
import { type PatchingConnection, replaceInSpec } from "./replace-in-spec";

/** What was put back. */
export interface Repair {
  /** In words. */
  readonly what: string;
  /** The workload's generation with the repair. */
  readonly generation: number;
}

/**
 * Puts back what somebody changed of a workload behind Pulumi's back. The kubernetes plugin does it itself where it applies
 * server-side; where it applies client-side it compares arguments only and never looks at the live object. Undefined where
 * nothing was put back, and never of the number of instances where that is an autoscaler's. `isChanged` says that a refresh has found a change: then everything is put back without a comparison,
 * which could not tell a field that somebody added from a default of the API server. Nothing is put back, too, when the API server takes what was declared for what it has, however differently it is written.
 */
export async function repairWorkload(
  connection: PatchingConnection,
  statefulSet: V1StatefulSet,
  isChanged: boolean,
  isReplicasOurs = true,
): Promise<Repair | undefined> {
  const declared = declaredOf(statefulSet);
  if (declared === undefined) return undefined;
  const changed = parts
    .filter(({ key }) => isReplicasOurs || key !== "replicas")
    .filter(({ key }) => (isChanged ? declared[key] !== undefined : differs(declared[key], statefulSet.spec?.[key])));
  // As a whole: merged into what is there, an entry that somebody added to a list would stay.
  const values = Object.fromEntries(changed.map(({ key }) => [key, declared[key]]));
  const generation = await replaceInSpec(connection, statefulSet, values);
  return generation === undefined ? undefined : { what: changed.map(({ words }) => words).join(" and "), generation };
}

const parts = [
  { key: "template", words: "the pod template" },
  { key: "replicas", words: "the number of replicas" },
] as const;
