import { setTimeout as delay } from "node:timers/promises";
import type { OperationContext, StoredState } from "../../../pulsar/resource/resource";
import { connectKubernetes, KubernetesCallError, withinSeconds } from "../kubernetes-connection";
import { readStatefulSet } from "./ending-workload";

/** A Service that goes in the same update may still be there at first. */
const looks = 20;
const pause = 500;

/**
 * The change for which a workload was stopped may be taken back before another one is made, and the volumes with it out of the
 * program: then nothing tells the engine that there is none any more. A member that goes does so with its Service.
 */
export async function checkMadeAnew({ inputs, outputs }: StoredState, context: OperationContext): Promise<void> {
  const { predecessor } = outputs;
  const { kubeconfig, service } = inputs;
  if (typeof kubeconfig !== "string" || typeof service !== "string" || !predecessor) return;
  for (let look = 1; look <= looks; look += 1) {
    if (!(await isLeftWithout(inputs, kubeconfig).catch(() => false))) return;
    await delay(pause, undefined, { signal: context.signal });
  }
  throw new Error(
    `${String(inputs["member"])} was stopped to be made anew, which did not come about. Run "pulumi up --refresh": it is made anew then.`,
  );
}

/** A cluster that is away must not hold up a deletion. */
async function isLeftWithout(inputs: StoredState["inputs"], kubeconfig: string): Promise<boolean> {
  const namespace = String(inputs["kubernetesNamespace"]);
  const inContext = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const connection = await connectKubernetes(kubeconfig, inContext);
  const name = String(inputs["statefulSet"]);
  if ((await readStatefulSet(connection, { name, namespace })) !== undefined) return false;
  const { core, server } = connection;
  const asked = core.readNamespacedService({ name: String(inputs["service"]), namespace });
  return withinSeconds(15, server, asked).then(
    () => true,
    (error: unknown) => {
      if (error instanceof KubernetesCallError && error.status === 404) return false;
      throw error;
    },
  );
}
