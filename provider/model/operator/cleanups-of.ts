import type { MemberPlan } from "../plan";
import type { PlannedManifests } from "./plan-manifests";
import type { SubscriptionCleanup } from "./subscription-cleanup";

/** What is to be cleaned up with a member of manifests. */
export const cleanupOf = (
  { cleanups }: Pick<PlannedManifests, "cleanups">,
  member: MemberPlan,
): SubscriptionCleanup | undefined =>
  cleanups.find(
    ({ component, kubernetesNamespace }) =>
      component === member.key && member.places.some((place) => place.kubernetesNamespace === kubernetesNamespace),
  );
