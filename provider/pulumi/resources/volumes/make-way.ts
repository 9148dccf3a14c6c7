import { setTimeout as delay } from "node:timers/promises";
import type { V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { OperationContext, Properties } from "../../../pulsar/resource";
import {
  connectKubernetes,
  type KubernetesConnection,
  KubernetesCallError,
  withinSeconds,
} from "../kubernetes-connection";
import { differs } from "../rollout/declared";
import { replaceInSpec } from "../rollout/replace-in-spec";

/** Where an update says whose StatefulSet it is. */
export const ownerAnnotation = "compute.functionmesh.io/owner";

const defaultWaitSeconds = 90;
const answerSeconds = 15;

/**
 * Stops the member's workload without its volumes, where it has to be made anew, and waits until it is gone: the kubernetes
 * plugin does not wait, and the new StatefulSet could not take the name. `isReplaced` says that the templates have changed since
 * the last update; else it is seen from the live StatefulSet, which then has to be the program's own.
 * Resolves to the number of instances that were wanted of it; undefined where none was stopped.
 */
export async function makeWay(
  inputs: Properties,
  context: OperationContext,
  isReplaced: boolean,
): Promise<number | undefined> {
  const { kubeconfig } = inputs;
  if (typeof kubeconfig !== "string") return undefined;
  const inContext = typeof inputs["context"] === "string" ? inputs["context"] : undefined;
  const workload = new EndingWorkload(await connectKubernetes(kubeconfig, inContext), inputs, context);
  const found = await workload.read();
  if (found === undefined || !(isReplaced || isOutdated(found, inputs))) return undefined;
  await workload.end(found);
  return found.spec?.replicas;
}

function isOutdated({ metadata, spec }: V1StatefulSet, inputs: Properties): boolean {
  if (metadata?.annotations?.[ownerAnnotation] !== inputs["owner"]) return false;
  return (
    metadata?.deletionTimestamp !== undefined || differs(inputs["volumeClaimTemplates"], spec?.volumeClaimTemplates)
  );
}

class EndingWorkload {
  private readonly name: string;
  private readonly namespace: string;
  private readonly seconds: number;
  private readonly deadline: number;

  constructor(
    private readonly connection: KubernetesConnection,
    private readonly inputs: Properties,
    private readonly context: OperationContext,
  ) {
    this.name = String(inputs["statefulSet"]);
    this.namespace = String(inputs["kubernetesNamespace"]);
    this.seconds = Number(inputs["deleteWaitSeconds"] ?? defaultWaitSeconds);
    this.deadline = Date.now() + this.seconds * 1000;
  }

  /** Undefined when there is none. */
  async read(): Promise<V1StatefulSet | undefined> {
    const { name, namespace, connection } = this;
    return this.soon(connection.apps.readNamespacedStatefulSet({ name, namespace })).catch(undefinedIfGone);
  }

  async end(statefulSet: V1StatefulSet): Promise<void> {
    const { name, namespace, connection, context } = this;
    const uid = statefulSet.metadata?.uid;
    if (uid === undefined) return;
    await this.keepClaims(statefulSet, uid);
    const body = { propagationPolicy: "Foreground", preconditions: { uid } };
    await this.soon(connection.apps.deleteNamespacedStatefulSet({ name, namespace, body })).catch(undefinedIfGone);
    await this.until(`instances of ${name} are ending`, async () => (await this.read())?.metadata?.uid !== uid);
    context.log("info", `stopped ${name}, which is made anew; its volumes stay`);
  }

  /** A policy of `Delete` has the claims belong to the StatefulSet: they are let go before it is deleted. */
  private async keepClaims(statefulSet: V1StatefulSet, uid: string): Promise<void> {
    const policy = statefulSet.spec?.persistentVolumeClaimRetentionPolicy;
    if (policy?.whenDeleted === "Delete" && statefulSet.metadata?.deletionTimestamp === undefined) {
      const kept = { ...policy, whenDeleted: "Retain" };
      await replaceInSpec(this.connection, statefulSet, { persistentVolumeClaimRetentionPolicy: kept });
      await this.until(`the volumes of ${this.name} still go with it`, async () => !(await this.ownsClaims(uid)));
    }
  }

  private async ownsClaims(uid: string): Promise<boolean> {
    const { namespace, connection } = this;
    const { items } = await this.soon(connection.core.listNamespacedPersistentVolumeClaim({ namespace }));
    return items.some(({ metadata }) => (metadata?.ownerReferences ?? []).some((owner) => owner.uid === uid));
  }

  private async until(state: string, isOver: () => Promise<boolean>): Promise<void> {
    const { context, deadline, seconds, inputs } = this;
    for (let pause = 100; !(await isOver()); pause = Math.min(pause * 1.5, 2000)) {
      if (Date.now() > deadline) {
        const member = String(inputs["member"]);
        throw new Error(`${member}: ${state} after ${seconds} s. Nothing is lost; run "pulumi up" again.`);
      }
      context.log("status", state);
      await delay(pause, undefined, { signal: context.signal });
    }
  }

  private soon<T>(call: Promise<T>): Promise<T> {
    return withinSeconds(answerSeconds, this.connection.server, call);
  }
}

function undefinedIfGone(error: unknown): undefined {
  if (error instanceof KubernetesCallError && error.status === 404) return undefined;
  throw error;
}
