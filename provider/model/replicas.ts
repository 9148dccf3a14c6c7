import type { MemberPlan, PlacePlan } from "./plan";

/** What changes the number of instances of a member in one place, beside the program. */
export type Autoscaler = "hpa" | "keda";

/** The autoscaler of a member in a place; none where it stands by with no instance. */
export function autoscalerOf({ spec }: MemberPlan, place: PlacePlan): Autoscaler | undefined {
  if (spec.autoscaling === undefined || place.standby) return undefined;
  return spec.autoscaling.backlog === undefined ? "hpa" : "keda";
}

/**
 * The number of instances that the program decides; undefined where an autoscaler does, paused or not: a number that is stated
 * once would come back with each later change of the workload.
 */
export function fixedReplicas(member: MemberPlan, place: PlacePlan): number | undefined {
  if (place.standby) return 0;
  if (autoscalerOf(member, place) !== undefined) return undefined;
  return member.spec.paused === true ? 0 : (member.spec.replicas ?? 1);
}

/**
 * The number of instances that the program states; undefined where it is left to whoever scales the member: an autoscaler, or,
 * where no number is stated, anybody.
 */
export function statedReplicas(member: MemberPlan, place: PlacePlan): number | undefined {
  if (place.standby || member.spec.paused === true) return 0;
  return autoscalerOf(member, place) === undefined ? member.spec.replicas : undefined;
}

/**
 * True for a member that somebody has to bring to 0 although an HPA decides its number: an HPA sleeps while there is no instance,
 * and cannot pause by itself. KEDA can, and is told so by an annotation.
 */
export const isPausedByHand = (member: MemberPlan, place: PlacePlan): boolean =>
  member.spec.paused === true && autoscalerOf(member, place) === "hpa";

/** The number of instances a workload begins with, and goes on with after a pause. */
export function initialReplicas(member: MemberPlan, place: PlacePlan): number {
  const { replicas, autoscaling } = member.spec;
  if (place.standby) return 0;
  return replicas ?? autoscaling?.minReplicas ?? 1;
}
