import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };

/** Where a StatefulSet says what number of instances the program asks for, by the arguments of its rollout. */
export const wantedAnnotations = {
  replicas: "compute.functionmesh.io/replicas",
  initialReplicas: "compute.functionmesh.io/initial-replicas",
} as const;

/** What a rollout is told of the number of instances. */
export interface WantedInstances {
  readonly replicas?: number;
  readonly initialReplicas?: number;
}

/** What the program asks for, by a live StatefulSet. */
export function wantedInstances({ metadata }: V1StatefulSet): WantedInstances {
  const found = Object.entries(wantedAnnotations).flatMap(([argument, annotation]): readonly [string, number][] => {
    const text = metadata?.annotations?.[annotation] ?? "";
    return /^\d+$/.test(text) ? [[argument, Number(text)]] : [];
  });
  return Object.fromEntries(found);
}
