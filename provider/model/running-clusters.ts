import type { MemberPlan } from "./plan";
import { isServed } from "./served-places";

/** The Pulsar clusters in which a member runs, by their keys: neither where it only stands by, nor by places that are left behind. */
export const runningClusters = ({ places }: MemberPlan): readonly string[] => [
  ...new Set(places.filter((place) => isServed(place) && !place.standby).map(({ pulsarCluster }) => pulsarCluster)),
];
