import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { errorMessage } from "../../../model/error-message";
import type { OperationContext, Properties } from "../../../pulsar/resource";
import { connectKubernetes, KubernetesCallError, withinSeconds } from "../kubernetes-connection";
import { wantedScale } from "../rollout/scale";
import { waitForMember } from "../rollout/wait";
import { type WantedInstances, wantedInstances } from "../wanted-instances";

const answerSeconds = 15;

/**
 * Sets the number of instances that the program asks for once a member's autoscaler is gone, and waits for them. Where the number is
 * right there is nothing to wait for: the rollout has done it. Nothing of it is done to a workload that goes itself.
 */
export async function takeNumberBack(inputs: Properties, context: OperationContext): Promise<void> {
  try {
    const workload = await liveWorkload(inputs, context);
    if (workload === undefined || workload.metadata?.deletionTimestamp !== undefined) return;
    const asked = wantedInstances(workload);
    const live = workload.spec?.replicas ?? 1;
    const wanted = numberOf(asked, live);
    if (wanted === undefined) return;
    context.log("info", `its autoscaler is gone: from ${live} to ${wanted} instances, as the program asks for`);
    await waitForMember({ ...inputs, ...asked, attachment: false }, context);
  } catch (error) {
    const member = `${String(inputs["member"])}: `;
    const said = errorMessage(error);
    const reason = said.startsWith(member) ? said.slice(member.length) : said;
    const state = "its autoscaler is gone, but its number of instances may not be the one that the program asks for";
    throw new Error(`${member}${state}. Mend what stands behind this, and run "pulumi up" again: ${reason}`);
  }
}

/** As a rollout would that has nothing else to do. */
const numberOf = (asked: WantedInstances, live: number): number | undefined =>
  wantedScale({ ...asked }, live, { ...asked });

/** Undefined where there is none, or where its cluster is away, which must not hold up what is elsewhere. */
async function liveWorkload(inputs: Properties, context: OperationContext): Promise<V1StatefulSet | undefined> {
  const inContext = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const { apps, server } = await connectKubernetes(String(inputs["kubeconfig"]), inContext);
  const [name, namespace] = [String(inputs["statefulSet"]), String(inputs["kubernetesNamespace"])];
  const asked = apps.readNamespacedStatefulSet({ name, namespace });
  return withinSeconds(answerSeconds, server, asked).catch((error: unknown) => {
    if (!(error instanceof KubernetesCallError)) throw error;
    if (error.status === 404) return undefined;
    if (error.status !== undefined) throw error;
    context.log("warning", `${String(inputs["member"])}: its number of instances is left as it is: ${error.message}`);
    return undefined;
  });
}
