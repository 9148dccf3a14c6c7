import { pulsarResources, resourcesOfMeshes } from "../../pulsar/index";
import type { PulsarResource } from "../../pulsar/resource/resource";
import { autoscalerRemoval } from "./autoscaler-removal";
import { clusterIdentity } from "./cluster-identity";
import { rollout } from "./rollout";
import { scale } from "./scale";
import { topology } from "./topology";
import { volumes } from "./volumes";

/** The custom resources of the package, by their type. */
export const resources: Readonly<Record<string, PulsarResource>> = Object.fromEntries(
  [
    ...pulsarResources,
    ...resourcesOfMeshes,
    ...[autoscalerRemoval, clusterIdentity, rollout, scale, topology, volumes],
  ].map((resource) => [resource.type, resource]),
);
