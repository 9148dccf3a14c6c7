import { firstOfEach, joinedLists, joinedMaps } from "./merged";
import type { PodDefaultsSpec, PodSpec } from "./pod-spec";

/**
 * The settings of a member's pods, with the defaults of the mesh in them: maps and lists are joined, and of anything else the
 * member's own stands in place of the default.
 */
export const podWithDefaults = (own: PodSpec = {}, shared: PodDefaultsSpec = {}): PodSpec => ({
  ...shared,
  ...own,
  ...joinedSettings(own, shared),
});

const maps = ["labels", "annotations", "nodeSelector"] as const;

function joinedSettings(own: PodSpec, shared: PodDefaultsSpec): PodSpec {
  const stated = maps.filter((field) => own[field] !== undefined || shared[field] !== undefined);
  const tolerations = joinedLists(shared.tolerations, own.tolerations);
  // A list with a secret twice is refused by a server-side apply.
  const pullSecrets = firstOfEach(joinedLists(shared.imagePullSecrets, own.imagePullSecrets), ({ name = "" }) => name);
  return {
    ...Object.fromEntries(stated.map((field) => [field, joinedMaps(own[field], shared[field])])),
    ...(tolerations.length === 0 ? {} : { tolerations }),
    ...(pullSecrets.length === 0 ? {} : { imagePullSecrets: pullSecrets }),
  };
}
