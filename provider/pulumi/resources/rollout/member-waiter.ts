import { setTimeout as delay } from "node:timers/promises";
import { tellingPod } from "../../../kubernetes/pods";
import { readinessOf } from "../../../kubernetes/readiness";
import type { OperationContext, Properties } from "../../../pulsar/resource/resource";
import { type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { missingAtBroker } from "./broker-attachment";
import type { ClusterView } from "./cluster-view";
import { type InstancePods, instancePods } from "./instance-pods";
import { limitSeconds } from "./limit-seconds";
import { lastLines } from "./pod-log";
import { isMarkedChanged } from "./change-mark";
import { repairWorkload } from "./repair";
import { retryStuck } from "./retry-stuck";
import { scaleWorkload } from "./scale";

/** A cluster that can be looked into. */
export interface Cluster {
  readonly view: ClusterView;
  readonly connection: KubernetesConnection;
}

/** The revision of a workload that is rolled out. */
interface Revision {
  readonly name: string;
  /** When it was made. */
  readonly since: string | undefined;
  /** Milliseconds that the API server's clock is ahead of this machine's. */
  readonly clockLead: number | undefined;
}

const defaultTimeoutSeconds = 300;
const answerSeconds = 30;

/** Waits for one member within its time. */
export class MemberWaiter {
  private readonly timeoutSeconds: number;
  private readonly start = Date.now();
  private readonly tried = new Set<string>();
  private reported = "";
  private revision: Revision | undefined;

  constructor(
    private readonly inputs: Properties,
    private readonly context: OperationContext,
  ) {
    this.timeoutSeconds = Number(inputs["timeoutSeconds"] ?? defaultTimeoutSeconds);
  }

  /** The pods first, then the broker's view of their instances; a pod that fails meanwhile ends the wait. */
  async untilWorking(cluster: Cluster, before: Properties | undefined): Promise<void> {
    await this.putBack(cluster, before);
    let pause = 200;
    for (;;) {
      const readiness = await this.readiness(cluster);
      if (readiness.state === "failed") throw await this.failure(readiness.reason, readiness.pod, cluster);
      if (readiness.state === "waiting") {
        await this.pauseFor(readiness.reason, 5000, cluster);
        continue;
      }
      // Read from the live object: an autoscaler may have changed it.
      const missing = await this.missing(cluster.view.statefulSet?.spec?.replicas ?? 1, cluster);
      if (missing === undefined) return;
      pause = Math.min(pause * 1.5, 2000);
      await this.pauseFor(missing, pause, cluster);
    }
  }

  /** Where the cluster is not ours to ask, the kubernetes plugin has waited for the pods; the broker is still asked. */
  async untilAttached(): Promise<void> {
    const { replicas } = this.inputs;
    let pause = 200;
    for (;;) {
      const missing = await this.missing(typeof replicas === "number" ? replicas : 1);
      if (missing === undefined) return;
      pause = Math.min(pause * 1.5, 2000);
      await this.pauseFor(missing, pause);
    }
  }

  private async readiness(cluster: Cluster) {
    const { view, connection } = cluster;
    const since = await this.revisionTime(cluster);
    const seen = view.workload(since);
    if (seen === undefined) return { state: "waiting", reason: view.absence } as const;
    const retry = { connection, namespace: view.namespace, log: this.context.log.bind(this.context) };
    for (const uid of await retryStuck(retry, seen, this.tried)) view.deleted.add(uid);
    return readinessOf(view.workload(since) ?? seen);
  }

  /** Only at the start: whoever changes the workload while it rolls out is at odds with this update, not drift. */
  private async putBack(cluster: Cluster, before: Properties | undefined): Promise<void> {
    const { view, connection } = cluster;
    while (view.statefulSet === undefined) await this.pauseFor(view.absence, 5000, cluster);
    const isChanged = before !== undefined && isMarkedChanged(before);
    const repaired = await repairWorkload(connection, view.statefulSet, isChanged);
    if (repaired !== undefined) await this.untilSeen(cluster, repaired, "the pod template");
    const scaled = await scaleWorkload(connection, view.statefulSet, { inputs: this.inputs, before });
    if (scaled === undefined) return;
    await this.untilSeen(cluster, scaled.generation, scaled.isRepair ? "the number of replicas" : undefined);
  }

  private async untilSeen(cluster: Cluster, generation: number, putBack: string | undefined): Promise<void> {
    if (putBack !== undefined)
      this.context.log("info", `put back ${putBack}, which somebody had changed in the cluster`);
    while ((cluster.view.statefulSet?.metadata?.generation ?? 0) < generation) {
      await this.pauseFor("the API server does not show the changed StatefulSet yet", 1000, cluster);
    }
  }

  /** When the revision that is being rolled out was made: what happened before is of no interest. */
  private async revisionTime({ view, connection }: Cluster): Promise<string | undefined> {
    const name = view.statefulSet?.status?.updateRevision;
    if (name === undefined || name === this.revision?.name) return this.revision?.since;
    try {
      const asked = Date.now();
      const call = connection.apps.readNamespacedControllerRevisionWithHttpInfo({ name, namespace: view.namespace });
      const { data, headers } = await withinSeconds(10, connection.server, call);
      const lead = Date.parse(headers["date"] ?? "") - asked;
      const clockLead = Number.isFinite(lead) ? lead : undefined;
      this.revision = { name, since: data.metadata?.creationTimestamp?.toISOString(), clockLead };
    } catch {
      return undefined; // not made yet, or gone already: the next look asks again
    }
    return this.revision.since;
  }

  /** Not listed yet, they are waited for; who may not list them goes by the names of their hosts. */
  private podsIn({ view }: Cluster): InstancePods | undefined {
    const seen = view.workload(undefined);
    const pods = seen === undefined ? undefined : instancePods(seen, this.revision?.clockLead);
    return pods?.size === 0 && view.trouble !== undefined ? undefined : pods;
  }

  /** A broker that takes the question and does not answer must not outlast the member's time. */
  private missing(wanted: number, cluster?: Cluster): Promise<string | undefined> {
    const seconds = Math.min(answerSeconds, Math.max(1, this.left(cluster) / 1000));
    const pods = cluster === undefined ? undefined : this.podsIn(cluster);
    const { context } = this;
    return missingAtBroker(this.inputs, { context, wanted, seconds, ...(pods === undefined ? {} : { pods }) });
  }

  /** Milliseconds that the member has left. */
  private left(cluster: Cluster | undefined): number {
    return this.start + this.limitSeconds(cluster) * 1000 - Date.now();
  }

  private limitSeconds(cluster: Cluster | undefined): number {
    return limitSeconds(this.timeoutSeconds, cluster?.view.statefulSet?.spec ?? {});
  }

  private async pauseFor(reason: string, milliseconds: number, cluster?: Cluster): Promise<void> {
    this.context.signal.throwIfAborted();
    const trouble = cluster?.view.trouble;
    const waitingFor = trouble === undefined ? reason : `${reason} (${trouble})`;
    const left = this.left(cluster);
    if (left <= 0) {
      const workload = cluster?.view.workload(undefined);
      const pod = workload === undefined ? undefined : tellingPod(workload);
      throw await this.failure(`did not come to work in ${this.limitSeconds(cluster)} s: ${waitingFor}`, pod, cluster);
    }
    if (waitingFor !== this.reported) this.context.log("status", waitingFor);
    this.reported = waitingFor;
    const limit = Math.min(milliseconds, left);
    await (cluster === undefined ? delay(limit) : cluster.view.changed(limit));
  }

  /** Says why the member does not work, in the words of its pod where it has said something. */
  private async failure(reason: string, pod: string | undefined, cluster: Cluster | undefined): Promise<Error> {
    const sentence = `${String(this.inputs["member"])}: ${reason}.`;
    if (pod === undefined || cluster === undefined) return new Error(sentence);
    const { view, connection } = cluster;
    const lines = await lastLines(connection, view.namespace, pod, view.containerOf(pod));
    if (lines.length === 0) return new Error(sentence);
    const quoted = lines.map((line) => `    ${line}`).join("\n");
    return new Error(`${sentence} The last log lines of pod ${pod}:\n${quoted}`);
  }
}
