import { isWhollyKnown } from "../../../model/unknown";
import type { OperationContext, Properties } from "../../../pulsar/resource";
import { connectKubernetes } from "../kubernetes-connection";
import { ClusterView } from "./cluster-view";
import { hashWorkload } from "./live-workload";
import { MemberWaiter } from "./member-waiter";

/** Waits until the member works, and resolves to the rollout's outputs; fails early when it cannot come to work. */
export async function waitForMember(inputs: Properties, context: OperationContext): Promise<Properties> {
  // The state needs the kubeconfig once, among the inputs.
  const outputs = Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig"));
  if (context.preview || !isWhollyKnown(outputs)) return outputs;
  const waiter = new MemberWaiter(inputs, context);
  const kubeconfig = inputs["kubeconfig"];
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
    await waiter.untilWorking({ view, connection });
    return { ...outputs, liveWorkloadHash: hashWorkload(view.statefulSet) };
  } finally {
    view.stop();
  }
}
