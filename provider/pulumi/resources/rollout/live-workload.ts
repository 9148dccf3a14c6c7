import { createHash } from "node:crypto";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties } from "../../../pulsar/resource/resource";
import { connectKubernetes, KubernetesCallError, withinSeconds } from "../kubernetes-connection";
import { watchedReplicas } from "./scale";
import { errorMessage } from "../../../model/error-message";

/**
 * Hash of a member's workload as the API server holds it; "gone" when the StatefulSet is, undefined when the cluster cannot
 * be asked: without a kubeconfig, or with a warning when it does not answer, since a cluster that is away must not stop the
 * refresh of the others.
 */
export async function liveWorkloadHash(
  inputs: Properties,
  warn: (message: string) => void,
): Promise<string | undefined> {
  const kubeconfig = inputs["kubeconfig"];
  if (typeof kubeconfig !== "string") return undefined;
  try {
    const context = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
    const { apps, server } = await connectKubernetes(kubeconfig, context);
    const name = String(inputs["statefulSet"]);
    const namespace = String(inputs["kubernetesNamespace"]);
    const found = await withinSeconds(15, server, apps.readNamespacedStatefulSet({ name, namespace }));
    return hashWorkload(found, inputs);
  } catch (error) {
    if (error instanceof KubernetesCallError && error.status === 404) return "gone";
    const reason = errorMessage(error);
    warn(`${String(inputs["member"])}: could not be asked whether it was changed: ${reason}`);
    return undefined;
  }
}

/** Of the pods' template, and of their number where another one is drift. */
export const hashWorkload = (statefulSet: V1StatefulSet | undefined, inputs: Properties): string =>
  hashOf(statefulSet, watchedReplicas(inputs, statefulSet?.spec?.replicas ?? 1));

/**
 * As it will be when the update has ended: until then an autoscaler that the program no longer has may hold another number than the
 * stated one.
 */
export function hashSettled(statefulSet: V1StatefulSet | undefined, inputs: Properties): string {
  const { replicas } = inputs;
  return hashOf(statefulSet, typeof replicas === "number" ? replicas : undefined);
}

function hashOf(statefulSet: V1StatefulSet | undefined, replicas: number | undefined): string {
  const workload = { template: statefulSet?.spec?.template, ...(replicas === undefined ? {} : { replicas }) };
  return createHash("sha256")
    .update(JSON.stringify(canonical(workload)))
    .digest("hex")
    .slice(0, 16);
}

/** Keys sorted and what is not set left out: a watch and a read hand over the same object in different orders. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
  members.sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, canonical(member)]));
}
