import type { Properties } from "../../../pulsar/resource/resource";

/**
 * Why a member stays without instances; undefined where it does not. A number that a manifest left out is not looked at by the
 * engine, so 0 stays when a pause ends in an autoscaler, and that one sleeps at 0. With a kubeconfig the rollout wakes it up.
 */
export function reasonAsleep(inputs: Properties, before: Properties | undefined): string | undefined {
  const { kubeconfig, replicas, initialReplicas, kubernetesNamespace, statefulSet } = inputs;
  const isReached = typeof kubeconfig === "string";
  if (isReached || replicas !== undefined || typeof initialReplicas !== "number") return undefined;
  if (before?.["replicas"] !== 0) return undefined;
  const command = `kubectl scale statefulset ${String(statefulSet)} -n ${String(kubernetesNamespace)} --replicas=${initialReplicas}`;
  return `had no instances and is left to a HorizontalPodAutoscaler, which does not start the first one. Run "${command}"; with a kubeconfig in place of the handed-over provider it is done for you`;
}
