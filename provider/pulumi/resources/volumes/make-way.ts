import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { OperationContext, Properties, StoredState } from "../../../pulsar/resource/resource";
import { connectKubernetes, type KubernetesConnection } from "../kubernetes-connection";
import { predecessorIn } from "./claim-templates";
import { EndingWorkload, readStatefulSet } from "./ending-workload";
import { type Standing, standingOf } from "./standing";
import { errorMessage } from "../../../model/error-message";

/** Arguments that say which StatefulSet it is about. */
export const whereabouts = ["clusterUid", "kubernetesNamespace", "statefulSet"] as const;

/** It went wrong after the workload may have been stopped: its uid has to stand in the state. */
export class StoppedButFails extends Error {
  constructor(
    message: string,
    readonly predecessor: string,
  ) {
    super(message);
  }
}

/**
 * Stops the member's workload without its volumes, where it has to be made anew, and waits until it is gone: the kubernetes
 * plugin does not wait, and the new StatefulSet could not take the name. At preview nothing is written, but refused what an
 * update would refuse, except that somebody else's StatefulSet may still go before it; a cluster that cannot be asked is left out.
 * Resolves to the uid of the one that was stopped last; an empty text where none was.
 */
export async function makeWay(
  inputs: Properties,
  old: StoredState | undefined,
  context: OperationContext,
): Promise<string> {
  const before = String(old?.outputs["predecessor"] ?? "");
  // Without a kubeconfig the kubernetes plugin replaces the StatefulSet alone.
  if (typeof inputs["kubeconfig"] !== "string") return before;
  const looking = look(inputs, old, context);
  const seen = await (context.preview ? looking.catch(() => undefined) : looking);
  if (seen === undefined) return before;
  const { found, standing } = seen;
  if (found === undefined || standing === undefined) return before;
  if (standing.kind === "refuse") {
    if (context.preview && standing.isForeign) return before;
    throw new Error(standing.reason);
  }
  const known = old === undefined ? predecessorIn(found) : before;
  if (context.preview || standing.kind === "leave") return known;
  const workload = new EndingWorkload(seen.connection, found, inputs, context);
  if (standing.kind === "stop") return stop(workload);
  await workload.gone();
  return known;
}

async function stop(workload: EndingWorkload): Promise<string> {
  try {
    await workload.stop();
    return workload.uid;
  } catch (error) {
    if (!workload.isBegun) throw error;
    throw new StoppedButFails(errorMessage(error), workload.uid);
  }
}

interface Seen {
  readonly connection: KubernetesConnection;
  readonly found: V1StatefulSet | undefined;
  readonly standing: Standing | undefined;
}

async function look(inputs: Properties, old: StoredState | undefined, context: OperationContext): Promise<Seen> {
  const inContext = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const connection = await connectKubernetes(String(inputs["kubeconfig"]), inContext);
  const [name, namespace] = [String(inputs["statefulSet"]), String(inputs["kubernetesNamespace"])];
  const found = await readStatefulSet(connection, { name, namespace }, context.preview ? 5 : 15);
  if (found === undefined && old !== undefined && isNone(inputs["volumeClaimTemplates"])) {
    context.log("warning", `there is no ${name} just now; if it is not made anew, run "pulumi up --refresh"`);
  }
  const isInPlace = old !== undefined && whereabouts.every((key) => old.inputs[key] === inputs[key]);
  const change = { inputs, ...(old === undefined ? {} : { old }), isInPlace };
  return { connection, found, standing: found === undefined ? undefined : standingOf(found, change) };
}

/** Without templates nothing ties the workload to its predecessor (predecessorAnnotation). */
const isNone = (templates: unknown): boolean => Array.isArray(templates) && templates.length === 0;
