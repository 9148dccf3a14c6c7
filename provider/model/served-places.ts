import type { PlacePlan } from "./plan";

/** True for a place whose Kubernetes cluster is not left behind. */
export const isServed = ({ abandoned }: PlacePlan): boolean => abandoned !== true;
