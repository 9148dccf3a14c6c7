import type { PodSpec } from "../../pod-spec";
import type { ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";

/** `pod`, but for what becomes `autoscaling`. */
export function convertPod(pod: ComponentManifest["pod"] = {}): PodSpec {
  return stated({
    labels: pod.labels,
    annotations: pod.annotations,
    nodeSelector: pod.nodeSelector,
    affinity: pod.affinity,
    disableDefaultAffinity: pod.disableDefaultAffinity,
    tolerations: pod.tolerations,
    securityContext: pod.securityContext,
    terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds,
    volumes: pod.volumes,
    imagePullSecrets: pod.imagePullSecrets,
    initContainers: pod.initContainers,
    sidecars: pod.sidecars,
    serviceAccountName: pod.serviceAccountName,
    env: pod.env,
    liveness: pod.liveness,
    startupProbe: pod.startupProbe,
    vpa: pod.vpa,
  });
}
