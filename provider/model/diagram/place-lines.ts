import type { TopologyMember } from "../topology";
import { kubernetesOf, pulsarOf } from "./homes";
import { shownLines } from "./shown-text";

/** What the boxes around a member do not say: where it is ready to take over, and where it was before a change. */
export const placeLines = (member: TopologyMember, earlier: TopologyMember | undefined): readonly string[] =>
  [...standbyTexts(member), ...(earlier === undefined ? [] : earlierTexts(member, earlier))].flatMap(shownLines);

function standbyTexts({ standby = [] }: TopologyMember): readonly string[] {
  return standby.length === 0 ? [] : [`standby in ${standby.join(", ")}`];
}

function earlierTexts(member: TopologyMember, earlier: TopologyMember): readonly string[] {
  const [kubernetes, pulsar] = [kubernetesOf(earlier), pulsarOf(earlier)];
  const left = (earlier.standby ?? []).filter((cluster) => !member.clusters.includes(cluster));
  return [
    ...(kubernetes === undefined || kubernetes === kubernetesOf(member) ? [] : [`was in ${kubernetes}`]),
    ...(pulsar === undefined || pulsar === pulsarOf(member) ? [] : [`was on Pulsar ${pulsar}`]),
    ...(left.length === 0 || kubernetes === left.join(", ") ? [] : [`was standby in ${left.join(", ")}`]),
  ];
}
