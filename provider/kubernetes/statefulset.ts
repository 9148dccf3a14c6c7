import { fixedReplicas } from "../model/replicas";
import { selectorLabels, unawaitedMetadata } from "./labels";
import type { StatefulSet } from "./manifest";
import type { PlaceObjects } from "./place-objects";
import { renderPodTemplate } from "./pod";
import type { ReferencedNames } from "./referenced-names";

/**
 * Java's instance opens its port some seconds before it subscribes, and ends only then for want of its class or of a right: for those
 * seconds it is ready. Kubernetes went on to the next instance meanwhile, until none of the version before was left (seen with two
 * instances after 13 s). The others open it once they have subscribed. Kubernetes 1.36 waits so; earlier ones did for ordered pods only.
 */
const javaReadySeconds = 10;

/** The workload of a member in one place. */
export function renderStatefulSet(target: PlaceObjects, names: ReferencedNames): StatefulSet {
  const { member, place } = target;
  const { volumeClaimTemplates, persistentVolumeClaimRetentionPolicy } = member.spec;
  const replicas = fixedReplicas(member, place);
  return {
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: unawaitedMetadata(target, place.objectName),
    spec: {
      serviceName: place.serviceName,
      ...(replicas === undefined ? {} : { replicas }),
      // A failing revision of an ordered one is not left by itself when the mistake is mended.
      podManagementPolicy: "Parallel",
      updateStrategy: { type: "RollingUpdate" },
      ...(member.runtime === "java" ? { minReadySeconds: javaReadySeconds } : {}),
      selector: { matchLabels: selectorLabels(target) },
      template: renderPodTemplate(target, names),
      ...(volumeClaimTemplates === undefined ? {} : { volumeClaimTemplates }),
      ...(persistentVolumeClaimRetentionPolicy === undefined ? {} : { persistentVolumeClaimRetentionPolicy }),
    },
  };
}
