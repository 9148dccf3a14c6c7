import { setTimeout as delay } from "node:timers/promises";
import type { V1StatefulSet, V1StatefulSetPersistentVolumeClaimRetentionPolicy } from "@kubernetes/client-node" with {
  "resolution-mode": "import",
};
import type { OperationContext, Properties } from "../../../pulsar/resource/resource";
import { type KubernetesConnection, KubernetesCallError, withinSeconds } from "../kubernetes-connection";
import { releaseClaims } from "./release-claims";
import { errorMessage } from "../../../model/error-message";

const defaultWaitSeconds = 90;
const answerSeconds = 15;

/** A StatefulSet that is stopped without its volumes, or is ending already. */
export class EndingWorkload {
  /** True once it may be gone, whatever else fails. */
  isBegun: boolean;
  readonly uid: string;
  private readonly name: string;
  private readonly namespace: string;
  private readonly seconds: number;
  private readonly deadline: number;

  constructor(
    private readonly connection: KubernetesConnection,
    private readonly found: V1StatefulSet,
    private readonly inputs: Properties,
    private readonly context: OperationContext,
  ) {
    const { name = "", namespace = "", uid = "", deletionTimestamp } = found.metadata ?? {};
    [this.name, this.namespace, this.uid] = [name, namespace, uid];
    this.isBegun = deletionTimestamp !== undefined;
    this.seconds = Number(inputs["deleteWaitSeconds"] ?? defaultWaitSeconds);
    this.deadline = Date.now() + this.seconds * 1000;
  }

  /** Stops it without its volumes; of one that is being deleted already, those that still can be kept. */
  async stop(): Promise<void> {
    try {
      await this.until(`the volumes of ${this.name} still go with it`, () => this.letGo());
    } catch (error) {
      if (!this.isBegun) await this.takeBack();
      throw error;
    }
    await this.gone();
    this.context.log("info", `stopped ${this.name}, which is made anew; its volumes stay`);
  }

  gone(): Promise<void> {
    return this.until(`instances of ${this.name} are ending`, async () => (await this.read()) === undefined);
  }

  /**
   * One step towards a deletion that takes no volume along; true once it is on its way. No claim may belong to the StatefulSet,
   * and none may come to: by its policy the controller makes claims its own, so that it must have seen the one that keeps them.
   * Nothing of that may have changed since the last look, hence the version as a condition.
   */
  private async letGo(): Promise<boolean> {
    const live = await this.read();
    if (live === undefined) return true;
    const { resourceVersion, generation = 0, deletionTimestamp } = live.metadata ?? {};
    if (deletionTimestamp === undefined && takesClaims(live)) {
      await this.setPolicy({ whenDeleted: "Retain", whenScaled: "Retain" });
      return false;
    }
    if ((live.status?.observedGeneration ?? 0) < generation) return false;
    if ((await releaseClaims(this.connection, live)) > 0) return false;
    return deletionTimestamp !== undefined || this.delete(resourceVersion);
  }

  private async delete(resourceVersion: string | undefined): Promise<boolean> {
    const { name, namespace, uid, connection } = this;
    const preconditions = { uid, ...(resourceVersion === undefined ? {} : { resourceVersion }) };
    const body = { propagationPolicy: "Foreground", preconditions };
    this.isBegun = true;
    try {
      await this.soon(connection.apps.deleteNamespacedStatefulSet({ name, namespace, body }));
    } catch (error) {
      const status = error instanceof KubernetesCallError ? error.status : undefined;
      // No other answer says for certain that nothing was done.
      this.isBegun = status === undefined || status >= 500 || status === 404;
      if (status !== 404 && status !== 409) throw error;
      return status === 404;
    }
    return true;
  }

  /** What did not come about leaves no trace. */
  private async takeBack(): Promise<void> {
    const policy = this.found.spec?.persistentVolumeClaimRetentionPolicy;
    if (policy === undefined || !takesClaims(this.found)) return;
    await this.setPolicy(policy).catch((error: unknown) => {
      const state = `${this.name} may be left with a persistentVolumeClaimRetentionPolicy that keeps its volumes`;
      this.context.log("warning", `${state}: ${errorMessage(error)}`);
    });
  }

  private async setPolicy(value: V1StatefulSetPersistentVolumeClaimRetentionPolicy): Promise<void> {
    const { name, namespace, uid, connection } = this;
    const { PatchStrategy, setHeaderOptions } = await import("@kubernetes/client-node");
    const body = [
      { op: "test", path: "/metadata/uid", value: uid },
      { op: "add", path: "/spec/persistentVolumeClaimRetentionPolicy", value },
    ];
    const options = setHeaderOptions("Content-Type", PatchStrategy.JsonPatch);
    await this.soon(connection.apps.patchNamespacedStatefulSet({ name, namespace, body }, options));
  }

  /** Undefined once it is gone, though another one may have its name. */
  private async read(): Promise<V1StatefulSet | undefined> {
    const { connection, name, namespace } = this;
    const live = await readStatefulSet(connection, { name, namespace });
    return live?.metadata?.uid === this.uid ? live : undefined;
  }

  private async until(state: string, isOver: () => Promise<boolean>): Promise<void> {
    const { context, deadline, seconds, inputs } = this;
    for (let pause = 100; !(await isOver()); pause = Math.min(pause * 1.5, 2000)) {
      if (Date.now() > deadline) {
        const stands = this.isBegun ? "Its volumes stay" : "Nothing was stopped";
        throw new Error(
          `${String(inputs["member"])}: ${state} after ${seconds} s. ${stands}; run "pulumi up" again, with the change or without it.`,
        );
      }
      context.log("status", state);
      await delay(pause, undefined, { signal: context.signal });
    }
  }

  private soon<T>(call: Promise<T>): Promise<T> {
    return withinSeconds(answerSeconds, this.connection.server, call);
  }
}

/** Undefined when there is none. */
export async function readStatefulSet(
  { apps, server }: KubernetesConnection,
  key: { readonly name: string; readonly namespace: string },
  seconds = answerSeconds,
): Promise<V1StatefulSet | undefined> {
  return withinSeconds(seconds, server, apps.readNamespacedStatefulSet(key)).catch((error: unknown) => {
    if (error instanceof KubernetesCallError && error.status === 404) return undefined;
    throw error;
  });
}

function takesClaims({ spec }: V1StatefulSet): boolean {
  const { whenDeleted, whenScaled } = spec?.persistentVolumeClaimRetentionPolicy ?? {};
  return whenDeleted === "Delete" || whenScaled === "Delete";
}
