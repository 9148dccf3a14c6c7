import type { MemberPlan } from "../plan";
import { statedPlaces } from "../plan-members";
import type { CheckedMesh } from "./rule";

/** True for a member of which FM002 tells that it runs nowhere, or in a cluster that there is not: where it was meant to is not known. */
export function hasUnknownPlace({ spec, clusters }: CheckedMesh, member: MemberPlan): boolean {
  const places = statedPlaces(member, clusters.defaultKubernetes);
  const { pulsarCluster } = member.spec;
  const isOfPulsar = pulsarCluster === undefined || Object.hasOwn(spec.pulsar, pulsarCluster);
  return !isOfPulsar || places.length === 0 || places.some(({ cluster }) => !Object.hasOwn(spec.kubernetes, cluster));
}
