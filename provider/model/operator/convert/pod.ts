import type { PodSpec } from "../../pod-spec";
import type { ComponentManifest } from "../shape/component-shapes";
import { stated } from "../stated";
import { withKubernetesDefaults } from "./kubernetes-defaults";

/** `pod`, but for what becomes `autoscaling`. */
export function convertPod(pod: ComponentManifest["pod"] = {}): PodSpec {
  const { volumes, initContainers, sidecars, env } = withKubernetesDefaults(pod);
  return stated({
    labels: pod.labels,
    annotations: pod.annotations,
    nodeSelector: pod.nodeSelector,
    affinity: pod.affinity,
    disableDefaultAffinity: pod.disableDefaultAffinity,
    tolerations: pod.tolerations,
    securityContext: pod.securityContext,
    terminationGracePeriodSeconds: pod.terminationGracePeriodSeconds,
    volumes,
    imagePullSecrets: pod.imagePullSecrets,
    initContainers,
    sidecars,
    serviceAccountName: pod.serviceAccountName,
    env,
    liveness: pod.liveness,
    startupProbe: pod.startupProbe,
    vpa: pod.vpa,
  });
}
