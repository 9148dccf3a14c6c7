import type { MemberPlan } from "./plan";

/**
 * The number of instances that instances are told. They only show it to the user's code, and with the real number in it every
 * scaling would restart all of them; so it is 1 unless that is asked for.
 */
export function toldParallelism({ spec }: MemberPlan): number {
  if (spec.showPreciseParallelism !== true) return 1;
  return spec.replicas ?? spec.autoscaling?.minReplicas ?? 1;
}
