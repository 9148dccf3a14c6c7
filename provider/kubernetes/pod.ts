import type { PodSecurityContext } from "../model/kubernetes-types";
import { renderContainer } from "./container";
import { objectLabels } from "./labels";
import type { PodTemplate } from "./manifest";
import { mergedMap } from "./merged";
import type { PlaceObjects } from "./place-objects";
import type { ReferencedNames } from "./referenced-names";
import { podVolumes } from "./volumes";

/** The user and group of pods. Pulsar's own images are readable for everybody. */
const instanceUser = 10001;

/** What Pod Security "restricted" asks of a pod. The group owns mounted Secrets, so instances can read them. */
const securityContext: PodSecurityContext = {
  runAsNonRoot: true,
  runAsUser: instanceUser,
  runAsGroup: instanceUser,
  fsGroup: instanceUser,
  seccompProfile: { type: "RuntimeDefault" },
};

/** Everything in it rolls the pods when it changes, so nothing is in it that must not. */
export function renderPodTemplate(target: PlaceObjects, names: ReferencedNames): PodTemplate {
  const pod = target.member.spec.pod ?? {};
  return {
    metadata: {
      labels: mergedMap(objectLabels(target), pod.labels),
      ...(pod.annotations === undefined ? {} : { annotations: pod.annotations }),
    },
    spec: {
      // Instances do not talk to Kubernetes unless they are given an account to do so.
      ...(pod.serviceAccountName === undefined
        ? { automountServiceAccountToken: false }
        : { serviceAccountName: pod.serviceAccountName }),
      enableServiceLinks: false,
      securityContext,
      terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds ?? 30,
      ...(pod.nodeSelector === undefined ? {} : { nodeSelector: pod.nodeSelector }),
      containers: [renderContainer(target, names)],
      volumes: podVolumes(target, names),
    },
  };
}
