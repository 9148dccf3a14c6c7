import type { MeshPlan } from "./plan";

/** Kubernetes' own. */
const defaultGraceSeconds = 30;
const reserveSeconds = 60;

/** How long deletions wait for instances to end: the largest grace period of the mesh's members, and some more. */
export function deleteWaitSeconds({ members }: MeshPlan): number {
  const periods = members.map(({ pod }): unknown => pod.terminationGracePeriodSeconds);
  const known = periods.filter((period) => typeof period === "number");
  return Math.max(defaultGraceSeconds, ...known) + reserveSeconds;
}
