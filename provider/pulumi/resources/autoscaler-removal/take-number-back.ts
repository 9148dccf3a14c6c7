import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { errorMessage } from "../../../model/error-message";
import type { OperationContext, Properties } from "../../../pulsar/resource/resource";
import {
  connectKubernetes,
  type KubernetesConnection,
  KubernetesCallError,
  withinSeconds,
} from "../kubernetes-connection";
import { replaceInSpec } from "../rollout/replace-in-spec";
import { continuedScale } from "../rollout/scale";
import { waitForMember } from "../rollout/wait";
import { type WantedInstances, wantedInstances } from "../wanted-instances";

const answerSeconds = 15;

/** A workload that was brought to another number of instances. */
interface TakenBack {
  readonly asked: WantedInstances;
  readonly wanted: number;
}

/**
 * Sets the number of instances that the program asks for once a member's autoscaler is gone, and waits for them. Where the number is
 * right there is nothing to wait for: the rollout has done it. The arguments are those of the last update that had the autoscaler, the
 * kubeconfig's token too, and no later update can give others; so whatever keeps the number from being set is said and holds up nothing.
 */
export async function takeNumberBack(inputs: Properties, context: OperationContext): Promise<void> {
  const taken = await setNumber(inputs, context).catch((error: unknown) => leave(error, inputs, context));
  if (taken === undefined) return;
  const { asked, wanted } = taken;
  try {
    await waitForMember({ ...inputs, ...asked, attachment: false }, context);
  } catch (error) {
    const member = `${String(inputs["member"])}: `;
    const said = errorMessage(error);
    const reason = said.startsWith(member) ? said.slice(member.length) : said;
    const state = `its autoscaler is gone, and it was set to ${wanted} instances, as the program asks for, which do not all work`;
    // The number is set: another update finds nothing to do here.
    throw new Error(`${member}${state}. Mend what stands behind this, and run "pulumi up" again: ${reason}`);
  }
}

/** The number was asked for and could not be set. */
class NotSet extends Error {
  constructor(
    readonly wanted: number,
    error: unknown,
  ) {
    super(errorMessage(error));
  }
}

/** Undefined where there is nothing to set. */
async function setNumber(inputs: Properties, context: OperationContext): Promise<TakenBack | undefined> {
  const inContext = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const connection = await connectKubernetes(String(inputs["kubeconfig"]), inContext);
  const workload = await stayingWorkload(connection, inputs);
  if (workload === undefined) return undefined;
  const asked = wantedInstances(workload);
  const live = workload.spec?.replicas ?? 1;
  const wanted = continuedScale(asked, live);
  if (wanted === undefined) return undefined;
  context.log("info", `its autoscaler is gone: from ${live} to ${wanted} instances, as the program asks for`);
  await replaceInSpec(connection, workload, { replicas: wanted }).catch((error: unknown) => {
    throw new NotSet(wanted, error);
  });
  return { asked, wanted };
}

/**
 * Undefined where there is none, or where it goes with its member: nobody needs instances that end next. The StatefulSet may not be
 * marked yet, but its Service goes before this.
 */
async function stayingWorkload(
  { apps, core, server }: KubernetesConnection,
  inputs: Properties,
): Promise<V1StatefulSet | undefined> {
  const namespace = String(inputs["kubernetesNamespace"]);
  const service = core.readNamespacedService({ name: String(inputs["service"]), namespace });
  if (isGoing(await foundBy(server, service))) return undefined;
  const statefulSet = apps.readNamespacedStatefulSet({ name: String(inputs["statefulSet"]), namespace });
  const found = await foundBy(server, statefulSet);
  return isGoing(found) ? undefined : found;
}

const isGoing = (found: Pick<V1StatefulSet, "metadata"> | undefined): boolean =>
  found === undefined || found.metadata?.deletionTimestamp !== undefined;

const foundBy = <Found>(server: string, call: Promise<Found>): Promise<Found | undefined> =>
  withinSeconds(answerSeconds, server, call).catch((error: unknown) => {
    if (error instanceof KubernetesCallError && error.status === 404) return undefined;
    throw error;
  });

/** Says what was left undone, and how to do it by hand. */
function leave(error: unknown, inputs: Properties, context: OperationContext): undefined {
  const [name, namespace] = [String(inputs["statefulSet"]), String(inputs["kubernetesNamespace"])];
  const scale = (count: string): string => `"kubectl scale statefulset ${name} -n ${namespace} --replicas=${count}"`;
  const help =
    error instanceof NotSet
      ? `To set the number that the program asks for, run ${scale(String(error.wanted))}`
      : `Where it is not the number that the program states, run ${scale("<number>")}`;
  const state = "its autoscaler is gone, and its number of instances is left as it is";
  context.log("warning", `${String(inputs["member"])}: ${state}: ${errorMessage(error)}. ${help}.`);
}
