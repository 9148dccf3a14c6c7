import { setTimeout as delay } from "node:timers/promises";
import { labelValue } from "../../model/names";
import type { OperationContext, Properties } from "../../pulsar/resource/resource";
import { connectKubernetes, withinSeconds } from "./kubernetes-connection";

const defaultLimitSeconds = 90;
/** A cluster that does not answer several times in a row is taken to be away. */
const toleratedFailures = 3;

/**
 * Waits until a mesh's pods are gone from a cluster, so that nothing of it is left when a destroy ends. A cluster that does
 * not answer must not hold up the deletion of what is elsewhere; pods that do not end are said, and left.
 */
export async function waitForPodsToEnd(inputs: Properties, context: OperationContext): Promise<void> {
  const { kubeconfig, mesh, kubernetesNamespace } = inputs;
  if (typeof kubeconfig !== "string" || typeof mesh !== "string" || typeof kubernetesNamespace !== "string") return;
  const limitSeconds = Number(inputs["deleteWaitSeconds"] ?? defaultLimitSeconds);
  const deadline = Date.now() + limitSeconds * 1000;
  let failures = 0;
  for (let pause = 200; ; pause = Math.min(pause * 1.5, 2000)) {
    const pods = await endingPods(inputs, mesh, kubernetesNamespace).catch((error: unknown) => String(error));
    if (pods.length === 0) return;
    failures = typeof pods === "string" ? failures + 1 : 0;
    if (typeof pods === "string" && failures === toleratedFailures) {
      context.log("warning", `whether pods of ${mesh} are still ending is unknown: ${pods}`);
      return;
    }
    if (typeof pods !== "string" && Date.now() > deadline) {
      context.log("warning", `pods that did not end in ${limitSeconds} s: ${pods.join(", ")}`);
      return;
    }
    await delay(pause, undefined, { signal: context.signal });
  }
}

/** The mesh's pods whose StatefulSet is gone or going: others are those of another cluster key in the same Kubernetes namespace. */
async function endingPods(inputs: Properties, mesh: string, namespace: string): Promise<readonly string[]> {
  const context = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const { core, apps, server } = await connectKubernetes(String(inputs["kubeconfig"]), context);
  const labelSelector = `app.kubernetes.io/managed-by=pulumi,app.kubernetes.io/part-of=${labelValue(mesh)}`;
  const query = { namespace, labelSelector };
  const [pods, statefulSets] = await Promise.all([
    withinSeconds(10, server, core.listNamespacedPod(query)),
    withinSeconds(10, server, apps.listNamespacedStatefulSet(query)),
  ]);
  const staying = new Set(
    statefulSets.items
      .filter(({ metadata }) => metadata?.deletionTimestamp === undefined)
      .map(({ metadata }) => metadata?.uid),
  );
  return pods.items
    .filter(({ metadata }) => !(metadata?.ownerReferences ?? []).some(({ uid }) => staying.has(uid)))
    .map(({ metadata }) => metadata?.name ?? "");
}
