import { setTimeout as delay } from "node:timers/promises";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { errorMessage } from "../../../model/error-message";
import type { OperationContext, Properties, StoredState } from "../../../pulsar/resource/resource";
import { connectKubernetes, type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { labelSelectorOf } from "../label-selector";
import { ownerIn } from "../owner-annotation";
import { replaceInSpec } from "../rollout/replace-in-spec";
import { readStatefulSet } from "../volumes/ending-workload";

const defaultWaitSeconds = 90;

/**
 * Stops the instances of a member whose subscription becomes one of another type. Pulsar lets a subscription have one type while
 * anybody is connected, and refuses new instances beside those that run: a rolling update would never come to its end. At preview it
 * is only said.
 */
export async function makeRoom(old: StoredState, inputs: Properties, context: OperationContext): Promise<void> {
  const { subscription, subscriptionType: before } = old.inputs;
  const now = inputs["subscriptionType"];
  if (subscription !== inputs["subscription"] || typeof before !== "string" || typeof now !== "string") return;
  if (before === now) return;
  if (context.preview) {
    context.log(
      "info",
      `${String(inputs["member"])}: all its instances end before new ones start, since its subscription changes from ${before} to ${now} and can only be of one type at a time. What comes meanwhile waits.`,
    );
    return;
  }
  const { kubeconfig, context: inContext } = inputs;
  if (await stopInstances({ ...old.inputs, kubeconfig, context: inContext }, context)) return;
  // With a new token the cluster is the same; a member that moves still runs in the one that it leaves.
  if (old.inputs["kubeconfig"] === kubeconfig) return;
  await stopInstances(old.inputs, context).catch((error: unknown) => {
    context.log(
      "warning",
      `${String(inputs["member"])}: whether instances still run where it was is not known (${errorMessage(error)}); beside them new ones cannot read.`,
    );
  });
}

/** True where the member has a workload there, whose instances have ended then. */
async function stopInstances(inputs: Properties, context: OperationContext): Promise<boolean> {
  const inContext = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const connection = await connectKubernetes(String(inputs["kubeconfig"]), inContext);
  const key = { name: String(inputs["statefulSet"]), namespace: String(inputs["kubernetesNamespace"]) };
  const seconds = Number(inputs["deleteWaitSeconds"] ?? defaultWaitSeconds);
  const deadline = Date.now() + seconds * 1000;
  for (let pause = 200; ; pause = Math.min(pause * 1.5, 2000)) {
    const found = await readStatefulSet(connection, key);
    if (found === undefined || ownerIn(found) !== inputs["owner"]) return false;
    // Each time: an autoscaler may have other ideas.
    if ((found.spec?.replicas ?? 1) > 0) await replaceInSpec(connection, found, { replicas: 0 });
    const left = await podsOf(connection, found);
    if (left.length === 0) return true;
    if (Date.now() > deadline) {
      throw new Error(
        `${String(inputs["member"])}: ${left.join(", ")} did not end in ${seconds} s, and new instances cannot share its subscription with them. Run "pulumi up" again.`,
      );
    }
    context.log("status", `${left.join(", ")} ending: the subscription gets another type`);
    await delay(pause, undefined, { signal: context.signal });
  }
}

/** Names of the pods of a StatefulSet. */
async function podsOf(
  { core, server }: KubernetesConnection,
  { metadata, spec }: V1StatefulSet,
): Promise<readonly string[]> {
  const labelSelector = labelSelectorOf(spec?.selector.matchLabels ?? {});
  const list = core.listNamespacedPod({ namespace: metadata?.namespace ?? "", labelSelector });
  const { items } = await withinSeconds(10, server, list);
  return items
    .filter((pod) => (pod.metadata?.ownerReferences ?? []).some(({ uid }) => uid === metadata?.uid))
    .map((pod) => pod.metadata?.name ?? "");
}
