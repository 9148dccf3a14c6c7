import { createHash } from "node:crypto";
import type { Properties } from "../../../pulsar/resource";
import { connectKubernetes, KubernetesCallError, withinSeconds } from "../kubernetes-connection";

/**
 * Hash of a member's pod template as the API server holds it; "gone" when the StatefulSet is, undefined when the cluster
 * cannot be asked (no kubeconfig, or no answer: a cluster that is away must not stop the refresh of the others).
 */
export async function liveTemplateHash(inputs: Properties): Promise<string | undefined> {
  const kubeconfig = inputs["kubeconfig"];
  if (typeof kubeconfig !== "string") return undefined;
  try {
    const context = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
    const { apps, server } = await connectKubernetes(kubeconfig, context);
    const statefulSet = await withinSeconds(
      15,
      server,
      apps.readNamespacedStatefulSet({
        name: String(inputs["statefulSet"]),
        namespace: String(inputs["kubernetesNamespace"]),
      }),
    );
    return hashTemplate(statefulSet.spec?.template);
  } catch (error) {
    if (error instanceof KubernetesCallError && error.status === 404) return "gone";
    return undefined;
  }
}

export const hashTemplate = (template: unknown): string =>
  createHash("sha256").update(JSON.stringify(template)).digest("hex").slice(0, 16);
