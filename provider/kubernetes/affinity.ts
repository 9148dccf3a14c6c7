import type { Affinity, WeightedPodAffinityTerm } from "../model/kubernetes-types";
import { joinedLists } from "../model/merged";
import { isKnown } from "../model/unknown";
import { selectorLabels } from "./labels";
import type { PlaceObjects } from "./place-objects";

/** The instances of a member are spread over nodes where that is possible: one node less is then not the whole member less. */
const spreadTerm = (target: PlaceObjects): WeightedPodAffinityTerm => ({
  weight: 100,
  podAffinityTerm: {
    topologyKey: "kubernetes.io/hostname",
    labelSelector: { matchLabels: selectorLabels(target) },
  },
});

/** What the pods like or need: the user's terms, and the spreading beside them. */
export function podAffinity(target: PlaceObjects): Affinity | undefined {
  const { affinity, disableDefaultAffinity } = target.member.pod;
  if (disableDefaultAffinity === true || !isKnown(affinity)) return affinity;
  const antiAffinity = affinity?.podAntiAffinity;
  if (!isKnown(antiAffinity)) return affinity;
  const preferred = joinedLists(antiAffinity?.preferredDuringSchedulingIgnoredDuringExecution, [spreadTerm(target)]);
  return {
    ...affinity,
    podAntiAffinity: { ...antiAffinity, preferredDuringSchedulingIgnoredDuringExecution: preferred },
  };
}
