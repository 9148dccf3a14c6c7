import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { declaredTemplate, differs } from "./declared";
import { type PatchingConnection, replaceInSpec } from "./replace-in-spec";

/**
 * Puts back what somebody changed of a workload's pods behind Pulumi's back; resolves to the workload's generation with that. The kubernetes plugin does it itself where it applies
 * server-side; where it applies client-side it compares arguments only and never looks at the live object. `isChanged` says that
 * a refresh has found a change: then it is put back without a comparison, which could not tell a field that somebody added from
 * a default of the API server. Undefined where nothing was put back, also where the API server takes what was declared for what
 * it has, however differently it is written.
 */
export async function repairWorkload(
  connection: PatchingConnection,
  statefulSet: V1StatefulSet,
  isChanged: boolean,
): Promise<number | undefined> {
  const template = declaredTemplate(statefulSet);
  if (template === undefined || !(isChanged || differs(template, statefulSet.spec?.template))) return undefined;
  // As a whole: merged into what is there, an entry that somebody added to a list would stay.
  return replaceInSpec(connection, statefulSet, { template });
}
