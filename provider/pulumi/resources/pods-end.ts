import { setTimeout as delay } from "node:timers/promises";
import { labelValue } from "../../model/names";
import type { OperationContext, Properties } from "../../pulsar/resource";
import { connectKubernetes, withinSeconds } from "./kubernetes-connection";

const defaultLimitSeconds = 90;

/**
 * Waits until a mesh's pods are gone from a cluster, so that nothing of it is left when a destroy ends. A cluster that does
 * not answer must not hold up the deletion of what is elsewhere; pods that do not end are said, and left.
 */
export async function waitForPodsToEnd(inputs: Properties, context: OperationContext): Promise<void> {
  const { kubeconfig, mesh, kubernetesNamespace } = inputs;
  if (typeof kubeconfig !== "string" || typeof mesh !== "string" || typeof kubernetesNamespace !== "string") return;
  const limitSeconds = Number(inputs["deleteWaitSeconds"] ?? defaultLimitSeconds);
  const deadline = Date.now() + limitSeconds * 1000;
  let pause = 200;
  for (;;) {
    const pods = await podNames(inputs, mesh, kubernetesNamespace).catch(() => []);
    if (pods.length === 0) return;
    context.signal.throwIfAborted();
    if (Date.now() > deadline) {
      context.log("warning", `pods that did not end in ${limitSeconds} s: ${pods.join(", ")}`);
      return;
    }
    await delay(pause);
    pause = Math.min(pause * 1.5, 2000);
  }
}

async function podNames(inputs: Properties, mesh: string, namespace: string): Promise<readonly string[]> {
  const context = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const { core, server } = await connectKubernetes(String(inputs["kubeconfig"]), context);
  const labelSelector = `app.kubernetes.io/managed-by=pulumi,app.kubernetes.io/part-of=${labelValue(mesh)}`;
  const pods = await withinSeconds(10, server, core.listNamespacedPod({ namespace, labelSelector }));
  return pods.items.map((pod) => pod.metadata?.name ?? "");
}
