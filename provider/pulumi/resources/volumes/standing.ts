import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties, StoredState } from "../../../pulsar/resource";
import { otherTemplates, predecessorIn } from "./claim-templates";
import { ownerAnnotation } from "./owner-annotation";

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
  { readonly kind: "leave" | "wait" | "stop" } | { readonly kind: "refuse"; readonly reason: string };

const once = `run "pulumi up" once without the change of volumeClaimTemplates`;

/** Nothing but a StatefulSet that says to be the program's own is ever stopped. */
export function standingOf(found: V1StatefulSet, change: VolumesChange): Standing {
  const { inputs, old, isInPlace } = change;
  const owner = found.metadata?.annotations?.[ownerAnnotation];
  const isEnding = found.metadata?.deletionTimestamp !== undefined;
  if (owner === undefined) return unmarked(found, change, isEnding);
  if (owner !== inputs["owner"] && owner !== old?.inputs["owner"]) {
    const help = `If stack, project or mesh just got another name, ${once}; else give the member another name, or delete what is there`;
    return { kind: "refuse", reason: `${inTheWay(found, inputs)} of another mesh or stack. ${help}.` };
  }
  if (old !== undefined && !isInPlace) return { kind: isEnding ? "wait" : "leave" };
  if (isEnding) return { kind: isInPlace ? "stop" : "wait" };
  return { kind: isReplaced(found, change) ? "stop" : "leave" };
}

/** It is somebody else's, or was made by a version of this package that said less; then this update marks it. */
function unmarked(found: V1StatefulSet, change: VolumesChange, isEnding: boolean): Standing {
  const { inputs } = change;
  const labels = found.metadata?.labels ?? {};
  const isOfPackage =
    labels["app.kubernetes.io/managed-by"] === "pulumi" && labels["app.kubernetes.io/name"] === inputs["statefulSet"];
  if (!isOfPackage) {
    const help = "Give the member another name, or delete what is there";
    return { kind: "refuse", reason: `${inTheWay(found, inputs)} of somebody else. ${help}.` };
  }
  if (isEnding) return { kind: "wait" };
  if (!isReplaced(found, change)) return { kind: "leave" };
  const reason = `${String(inputs["member"])} gets other volumeClaimTemplates, but its StatefulSet does not say yet whose it is, and is not stopped before. Nothing was changed: ${once}, then with it.`;
  return { kind: "refuse", reason };
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

const inTheWay = ({ metadata }: V1StatefulSet, { member }: Properties): string =>
  `${String(member)}: the Kubernetes namespace ${String(metadata?.namespace)} has a StatefulSet ${String(metadata?.name)}`;
