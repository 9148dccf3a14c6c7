import { joinedLists, joinedMaps } from "../model/merged";
import { podSecurityOf } from "../model/pod-security";
import { podAffinity } from "./affinity";
import { renderContainer } from "./container";
import { withEachVariableOnce, withSharedEnv } from "./env";
import { podLabels } from "./labels";
import type { PodTemplate, PodTemplateSpec } from "./manifest";
import { withOperatorMounts } from "./operator-mounts";
import type { PlaceObjects } from "./place-objects";
import { podParts } from "./pod-parts";
import type { ReferencedNames } from "./referenced-names";

/** Another text restarts the instances. */
const restartAnnotation = "compute.functionmesh.io/restart-token";

/** Everything in it rolls the pods when it changes, so nothing is in it that must not. */
export function renderPodTemplate(target: PlaceObjects, names: ReferencedNames): PodTemplate {
  const { pod, spec } = target.member;
  const token = spec.restartToken === undefined ? undefined : { [restartAnnotation]: spec.restartToken };
  const isAnnotated = token !== undefined || pod.annotations !== undefined;
  return {
    metadata: {
      labels: podLabels(target),
      ...(isAnnotated ? { annotations: joinedMaps(token, pod.annotations) } : {}),
    },
    spec: { ...placement(target), ...contents(target, names) },
  };
}

/** Where the pods run, as whom, and how they end. */
function placement(target: PlaceObjects): Omit<PodTemplateSpec, "containers" | "volumes"> {
  const { pod } = target.member;
  const affinity = podAffinity(target);
  return {
    // Instances do not talk to Kubernetes unless they are given an account to do so.
    ...(pod.serviceAccountName === undefined
      ? { automountServiceAccountToken: false }
      : { serviceAccountName: pod.serviceAccountName }),
    ...(pod.imagePullSecrets === undefined ? {} : { imagePullSecrets: pod.imagePullSecrets }),
    enableServiceLinks: false,
    securityContext: podSecurityOf(target.member),
    ...(pod.terminationGracePeriodSeconds === undefined
      ? {}
      : { terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds }),
    ...(pod.nodeSelector === undefined ? {} : { nodeSelector: pod.nodeSelector }),
    ...(affinity === undefined ? {} : { affinity }),
    ...(pod.tolerations === undefined ? {} : { tolerations: pod.tolerations }),
  };
}

function contents(
  target: PlaceObjects,
  names: ReferencedNames,
): Pick<PodTemplateSpec, "initContainers" | "containers" | "volumes"> {
  const { pod } = target.member;
  const parts = podParts(target, names);
  const shared = withSharedEnv(target);
  // The user's run first: what they prepare may be what a package is downloaded with. They share no variables.
  const own = pod.initContainers === undefined ? undefined : withEachVariableOnce(pod.initContainers);
  const volumes = joinedLists(parts.volumes, pod.volumes);
  const mounting = withOperatorMounts(target.member, volumes);
  const initContainers = mounting(joinedLists(own, shared(parts.initContainers)));
  return {
    ...(initContainers.length === 0 ? {} : { initContainers }),
    // The instance's comes first: it is the one whose log is shown when none is named.
    containers: mounting(shared(joinedLists([renderContainer(target, names, parts)], parts.sidecars, pod.sidecars))),
    volumes,
  };
}
