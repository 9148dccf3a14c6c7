import type { PlacePlan } from "./plan";

/** The Pulsar clusters that a member works with, by their keys: each once, that of its first place first. */
export function pulsarClustersOf({ places }: { readonly places: readonly PlacePlan[] }): readonly string[] {
  const keys = places.map(({ pulsarCluster }) => pulsarCluster);
  return keys.length < 2 ? keys : [...new Set(keys)];
}
