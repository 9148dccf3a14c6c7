import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties, StoredState } from "../../../pulsar/resource/resource";
import { foreignWorkload } from "../foreign-workload";
import { ownerAnnotation } from "../owner-annotation";
import { otherTemplates, predecessorIn } from "./claim-templates";

/** What is asked of the volumes: what the program states, and what stands in the state. */
export interface VolumesChange {
  readonly inputs: Properties;
  /** Undefined where nothing stands in the state yet. */
  readonly old?: StoredState;
  /** The StatefulSet is the one that the state is about: in the same cluster, with the same name. */
  readonly isInPlace: boolean;
}

/**
 * What a live StatefulSet of the member's name is to the change: to be left, to be waited for since it is being deleted, to be
 * stopped without its volumes, or in the way.
 */
export type Standing =
  | { readonly kind: "leave" | "wait" | "stop" }
  /** Somebody else may still give way to it before an update. */
  | { readonly kind: "refuse"; readonly reason: string; readonly isForeign: boolean };

/** Nothing but a StatefulSet that says to be the program's own is ever stopped. */
export function standingOf(found: V1StatefulSet, change: VolumesChange): Standing {
  const { inputs, old, isInPlace } = change;
  const foreign = foreignWorkload(found, inputs, old);
  if (foreign !== undefined) return { kind: "refuse", reason: foreign, isForeign: true };
  const isEnding = found.metadata?.deletionTimestamp !== undefined;
  if (found.metadata?.annotations?.[ownerAnnotation] === undefined) return unmarked(found, change, isEnding);
  if (old !== undefined && !isInPlace) return { kind: isEnding ? "wait" : "leave" };
  if (isEnding) return { kind: isInPlace ? "stop" : "wait" };
  return { kind: isReplaced(found, change) ? "stop" : "leave" };
}

/** It was made by a version of this package that said less; then this update marks it. */
function unmarked(found: V1StatefulSet, change: VolumesChange, isEnding: boolean): Standing {
  if (isEnding) return { kind: "wait" };
  if (!isReplaced(found, change)) return { kind: "leave" };
  const reason = `${String(change.inputs["member"])} gets other volumeClaimTemplates, but its StatefulSet does not say yet whose it is, and is not stopped before. Nothing was changed: run "pulumi up" once without the change of volumeClaimTemplates, then with it.`;
  return { kind: "refuse", reason, isForeign: false };
}

/** With other templates the engine replaces the StatefulSet; and where its mark is another one than the state's. */
function isReplaced(found: V1StatefulSet, { inputs, old, isInPlace }: VolumesChange): boolean {
  const { volumeClaimTemplates } = inputs;
  if (otherTemplates(volumeClaimTemplates, found)) return true;
  if (old === undefined || !isInPlace) return false;
  const isMarkedOtherwise = predecessorIn(found) !== (old.outputs["predecessor"] ?? "");
  return isMarkedOtherwise || differsInText(old.inputs["volumeClaimTemplates"], volumeClaimTemplates);
}

const differsInText = (left: unknown, right: unknown): boolean => JSON.stringify(left) !== JSON.stringify(right);
