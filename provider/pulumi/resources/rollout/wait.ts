import { isWhollyKnown } from "../../../model/unknown";
import type { OperationContext, Properties, StoredState } from "../../../pulsar/resource/resource";
import { connectKubernetes } from "../kubernetes-connection";
import { reasonAsleep } from "./asleep";
import { ClusterView } from "./cluster-view";
import { isMarkedChanged } from "./change-mark";
import { hashSettled } from "./live-workload";
import { MemberWaiter } from "./member-waiter";

/** The outputs of a rollout but for what is known only when the member works. The kubeconfig is in the state once, as an input. */
export const outputsOf = (inputs: Properties): Properties =>
  Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig"));

/**
 * Waits until the member works, and resolves to the rollout's outputs; fails early when it cannot come to work. `old` is what
 * the state holds of it.
 */
export async function waitForMember(
  inputs: Properties,
  context: OperationContext,
  old?: StoredState,
): Promise<Properties> {
  const outputs = outputsOf(inputs);
  if (context.preview || !isWhollyKnown(outputs)) return outputs;
  const waiter = new MemberWaiter(inputs, context);
  const kubeconfig = inputs["kubeconfig"];
  const asleep = reasonAsleep(inputs, old?.inputs);
  if (asleep !== undefined) throw new Error(`${String(inputs["member"])}: ${asleep}.`);
  if (typeof kubeconfig !== "string") {
    await waiter.untilAttached();
    return outputs;
  }
  const connection = await connectKubernetes(
    kubeconfig,
    typeof inputs["context"] === "string" ? inputs["context"] : undefined,
  );
  const view = new ClusterView(connection, String(inputs["kubernetesNamespace"]), String(inputs["statefulSet"]));
  view.start();
  try {
    await waiter.untilWorking({ view, connection }, old?.inputs);
    const liveWorkloadHash = hashSettled(view.statefulSet, inputs);
    if (old !== undefined && isLeftChanged(old, inputs, liveWorkloadHash)) context.log("warning", notPutBack(inputs));
    return { ...outputs, liveWorkloadHash };
  } finally {
    view.stop();
  }
}

/** True where a refresh has found that somebody changed the workload, and it is so still. */
const isLeftChanged = (old: StoredState, inputs: Properties, liveWorkloadHash: string): boolean =>
  isMarkedChanged(old.inputs) &&
  old.outputs["templateHash"] === inputs["templateHash"] &&
  old.outputs["liveWorkloadHash"] !== liveWorkloadHash;

/** With server-side apply each field has its owner, and fields that another owner added are not Pulumi's to take out. */
const notPutBack = (inputs: Properties): string =>
  `${String(inputs["member"])}: the workload still differs from what was deployed, in fields that Pulumi does not own; see its managedFields`;
