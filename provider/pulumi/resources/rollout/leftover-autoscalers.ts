import { setTimeout as delay } from "node:timers/promises";
import type { AutoscalingV2Api, CustomObjectsApi } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { Properties } from "../../../pulsar/resource";
import { KubernetesCallError, withinSeconds } from "../kubernetes-connection";

/** What deleting autoscalers needs of a connection. */
export interface AutoscalingConnection {
  readonly autoscaling: Pick<
    AutoscalingV2Api,
    "listNamespacedHorizontalPodAutoscaler" | "deleteNamespacedHorizontalPodAutoscaler"
  >;
  readonly custom: Pick<CustomObjectsApi, "listNamespacedCustomObject" | "deleteNamespacedCustomObject">;
  readonly server: string;
}

/** True where the program states another number than before, and has no autoscaler any more that would be at odds with it. */
export const isNumberTakenOver = (inputs: Properties, before: Properties | undefined): boolean =>
  Number(inputs["replicas"] ?? 0) > 0 && before !== undefined && before["replicas"] !== inputs["replicas"];

/**
 * Deletes the autoscalers that this package has made for a workload. What a program no longer has, the engine deletes at the very
 * end of an update; until then they would take the number of instances back.
 */
export async function deleteLeftoverAutoscalers(
  { autoscaling, custom, server }: AutoscalingConnection,
  namespace: string,
  workload: string,
): Promise<void> {
  const own = {
    namespace,
    labelSelector: `app.kubernetes.io/managed-by=pulumi,app.kubernetes.io/instance=${workload}`,
  };
  const keda = { group: "keda.sh", version: "v1alpha1", plural: "scaledobjects", namespace };
  const soon = <T>(call: () => Promise<T>): Promise<T | undefined> => patiently(server, call).catch(undefinedIfNone);
  const hpas = await soon(() => autoscaling.listNamespacedHorizontalPodAutoscaler(own));
  for (const { metadata } of hpas?.items ?? [])
    await soon(() => autoscaling.deleteNamespacedHorizontalPodAutoscaler({ namespace, name: metadata?.name ?? "" }));
  const scaled: unknown = await soon(() => custom.listNamespacedCustomObject({ ...keda, ...own }));
  for (const name of namesOf(scaled)) await soon(() => custom.deleteNamespacedCustomObject({ ...keda, name }));
}

const tries = 10;

/** An API server asks to come back later (429) while it sets up a kind that it has just learned of. */
async function patiently<T>(server: string, call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await withinSeconds(15, server, call());
    } catch (error) {
      if (!(error instanceof KubernetesCallError && error.status === 429) || tried === tries) throw error;
      await delay(tried * 100);
    }
  }
}

/** There are none of a kind that the cluster does not know, nor of one that the user may not see. */
function undefinedIfNone(error: unknown): undefined {
  if (error instanceof KubernetesCallError && (error.status === 404 || error.status === 403)) return undefined;
  throw error;
}

function namesOf(list: unknown): readonly string[] {
  const items: unknown = typeof list === "object" && list !== null ? Reflect.get(list, "items") : undefined;
  return (Array.isArray(items) ? items : []).flatMap((item: unknown): readonly string[] => {
    const metadata: unknown = typeof item === "object" && item !== null ? Reflect.get(item, "metadata") : undefined;
    const name: unknown = typeof metadata === "object" && metadata !== null ? Reflect.get(metadata, "name") : undefined;
    return typeof name === "string" ? [name] : [];
  });
}
