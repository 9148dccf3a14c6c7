import type { PlaceObjects } from "../../kubernetes/place-objects";
import { autoscalerOf, fixedReplicas, initialReplicas, statedReplicas } from "../../model/replicas";
import type { Placeholders } from "../construct/placeholders";

type Properties = Readonly<Record<string, unknown>>;

/** What a StatefulSet and its rollout are told of the number of instances. */
export interface PlaceReplicas {
  /** Of the StatefulSet's `spec`. */
  readonly manifest: Properties;
  /** Of the rollout's arguments. */
  readonly rollout: Properties;
  /** What the engine leaves as an earlier program stated it. */
  readonly ignoreChanges: readonly string[];
}

/**
 * A stated number is in the manifest from the first one on: a StatefulSet that began with fewer would end the pods, and perhaps
 * the volumes, that an earlier one has left for it. Where none is stated the manifest has the live one, which `registerScale` looks
 * up: another one would come back with each later change of the manifest, and without any the API server falls back to 1.
 */
export function rolledReplicas(placeholders: Placeholders, target: PlaceObjects): PlaceReplicas {
  const { member, place } = target;
  const stated = statedReplicas(member, place);
  if (stated === undefined) return { manifest: {}, rollout: firstReplicas(placeholders, target), ignoreChanges: [] };
  const replicas = placeholders.fill(stated);
  return { manifest: { replicas }, rollout: { replicas }, ignoreChanges: [] };
}

/**
 * Where no rollout can look into the cluster, the manifest has to state the number; and where an autoscaler decides it, the number
 * that an earlier program stated is left alone, since to take it out would set it to 1.
 */
export function manifestReplicas(placeholders: Placeholders, target: PlaceObjects): PlaceReplicas {
  const { member, place } = target;
  const fixed = fixedReplicas(member, place);
  if (fixed === undefined)
    return { manifest: {}, rollout: firstReplicas(placeholders, target), ignoreChanges: ["spec.replicas"] };
  const replicas = placeholders.fill(fixed);
  return { manifest: { replicas }, rollout: { replicas }, ignoreChanges: [] };
}

/** KEDA wakes its members up itself. */
const firstReplicas = (placeholders: Placeholders, { member, place }: PlaceObjects): Properties =>
  autoscalerOf(member, place) === "keda" ? {} : { initialReplicas: placeholders.fill(initialReplicas(member, place)) };
