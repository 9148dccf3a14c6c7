import type { ResourceRequirements } from "../../kubernetes-types";
import { stated } from "../stated";

/**
 * The operator means to take the request of memory for a limit that is left out; its own code for that has no effect, and it
 * refuses such manifests.
 */
export function paddedResources(resources: ResourceRequirements | undefined): ResourceRequirements | undefined {
  if (resources?.requests === undefined && resources?.limits === undefined) return undefined;
  const { requests, limits, ...others } = resources;
  const memory = limits?.["memory"] ?? requests?.["memory"];
  return stated({ ...others, requests, limits: memory === undefined ? limits : { ...limits, memory } });
}
