import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };

/** Where a StatefulSet says whose it is. */
export const ownerAnnotation = "compute.functionmesh.io/owner";

/** Undefined where a StatefulSet does not say whose it is. */
export const ownerIn = ({ metadata }: V1StatefulSet): string | undefined => metadata?.annotations?.[ownerAnnotation];
