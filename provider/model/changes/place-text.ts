import type { PlacePlan } from "../plan";

const ending = " (standby)";

/** A place of a member in words: the key of its Kubernetes cluster, with an ending where it is only ready to take over. */
export const placeText = ({ cluster, standby }: Pick<PlacePlan, "cluster" | "standby">): string =>
  standby ? `${cluster}${ending}` : cluster;

export const isStandbyText = (place: string): boolean => place.endsWith(ending);

/** The key of the Kubernetes cluster in such a text. */
export const clusterOfPlace = (place: string): string =>
  isStandbyText(place) ? place.slice(0, -ending.length) : place;
