import { type Readiness, readinessOf } from "../../../kubernetes/readiness";
import { isWhollyKnown } from "../../../model/unknown";
import type { OperationContext, Properties } from "../../../pulsar/resource";
import { topicOf } from "../../../pulsar/topic-path";
import { type TopicStats, topicStats } from "../../../pulsar/topic-stats";
import { connectKubernetes, type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { type Attachment, missingAttachments } from "./attachment";
import { ClusterView } from "./cluster-view";
import { hashWorkload } from "./live-workload";
import { repairWorkload } from "./repair";
import { lastLines } from "./pod-log";

const defaultTimeoutSeconds = 300;

/** Waits until the member works, and resolves to the rollout's outputs; fails early when it cannot come to work. */
export async function waitForMember(inputs: Properties, context: OperationContext): Promise<Properties> {
  // The state needs the kubeconfig once, among the inputs.
  const outputs = Object.fromEntries(Object.entries(inputs).filter(([key]) => key !== "kubeconfig"));
  if (context.preview || !isWhollyKnown(outputs)) return outputs;
  const deadline = Date.now() + Number(inputs["timeoutSeconds"] ?? defaultTimeoutSeconds) * 1000;
  const waiter = new MemberWaiter(inputs, context, deadline);
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
    await waiter.untilWorking(view, connection);
    return { ...outputs, liveWorkloadHash: hashWorkload(view.statefulSet) };
  } finally {
    view.stop();
  }
}

class MemberWaiter {
  private readonly attachment: Attachment;
  private reported = "";
  private revision: { readonly name: string; readonly since: string | undefined } | undefined;

  constructor(
    private readonly inputs: Properties,
    private readonly context: OperationContext,
    private readonly deadline: number,
  ) {
    this.attachment = {
      instance: String(inputs["instance"]),
      subscription: typeof inputs["subscription"] === "string" ? inputs["subscription"] : undefined,
      reads: Array.isArray(inputs["reads"]) ? inputs["reads"].map(String) : [],
      writes: typeof inputs["writes"] === "string" ? inputs["writes"] : undefined,
    };
  }

  /** The pods first, then the broker's view of their instances; a pod that fails meanwhile ends the wait. */
  async untilWorking(view: ClusterView, connection: KubernetesConnection): Promise<void> {
    await this.putBack(view, connection);
    let pause = 200;
    for (;;) {
      const readiness = readinessOfView(view, await this.revisionTime(view, connection));
      if (readiness.state === "failed") throw await this.failure(readiness, view, connection);
      let waitingFor = readiness.state === "waiting" ? readiness.reason : undefined;
      if (waitingFor === undefined) {
        waitingFor = await this.missing(wantedReplicas(view));
        if (waitingFor === undefined) return;
        pause = Math.min(pause * 1.5, 2000);
      }
      await this.pauseFor(
        waitingFor,
        (milliseconds) => view.changed(milliseconds),
        readiness.state === "waiting" ? 5000 : pause,
      );
    }
  }

  /** Only at the start: whoever changes the workload while it rolls out is at odds with this update, not drift. */
  private async putBack(view: ClusterView, connection: KubernetesConnection): Promise<void> {
    while (view.statefulSet === undefined) {
      await this.pauseFor(view.trouble ?? "the StatefulSet does not exist yet", (limit) => view.changed(limit), 5000);
    }
    // Noted before the repair: the watch may be quicker to show the new one than the call to return.
    const generation = view.statefulSet.metadata?.generation;
    const repaired = await repairWorkload(connection, view.statefulSet);
    if (repaired === undefined) return;
    this.context.log("info", `put back ${repaired}, which somebody had changed in the cluster`);
    while (view.statefulSet?.metadata?.generation === generation) {
      await this.pauseFor(
        "the API server does not show the repaired StatefulSet yet",
        (limit) => view.changed(limit),
        1000,
      );
    }
  }

  /** Where the cluster is not ours to ask, the kubernetes plugin has waited for the pods; the broker is still asked. */
  async untilAttached(): Promise<void> {
    let pause = 200;
    for (;;) {
      const waitingFor = await this.missing(1);
      if (waitingFor === undefined) return;
      pause = Math.min(pause * 1.5, 2000);
      await this.pauseFor(
        waitingFor,
        (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
        pause,
      );
    }
  }

  /** When the revision that is being rolled out was made: what happened before is of no interest. */
  private async revisionTime(view: ClusterView, connection: KubernetesConnection): Promise<string | undefined> {
    const name = view.statefulSet?.status?.updateRevision;
    if (name === undefined || name === this.revision?.name) return this.revision?.since;
    try {
      const namespace = String(this.inputs["kubernetesNamespace"]);
      const call = connection.apps.readNamespacedControllerRevision({ name, namespace });
      const found = await withinSeconds(10, connection.server, call);
      this.revision = { name, since: found.metadata?.creationTimestamp?.toISOString() };
    } catch {
      return undefined; // not made yet, or gone already: the next look asks again
    }
    return this.revision.since;
  }

  private async pauseFor(
    waitingFor: string,
    wait: (milliseconds: number) => Promise<void>,
    milliseconds: number,
  ): Promise<void> {
    this.context.signal.throwIfAborted();
    const left = this.deadline - Date.now();
    if (left <= 0) {
      const seconds = Number(this.inputs["timeoutSeconds"] ?? defaultTimeoutSeconds);
      throw new Error(`${this.member}: did not come to work in ${seconds} s: ${waitingFor}.`);
    }
    if (waitingFor !== this.reported) this.context.log("status", waitingFor);
    this.reported = waitingFor;
    await wait(Math.min(milliseconds, left));
  }

  /** What the broker does not see yet, in words. */
  private async missing(wanted: number): Promise<string | undefined> {
    if (wanted === 0 || this.inputs["attachment"] === false) return undefined;
    const { reads, writes } = this.attachment;
    const statistics = new Map<string, TopicStats>();
    for (const topic of reads.length > 0 ? reads : writes === undefined ? [] : [writes]) {
      const stats = await topicStats(this.context.admin, topicOf(topic));
      if (stats !== undefined) statistics.set(topic, stats);
    }
    const [first] = missingAttachments(this.attachment, wanted, statistics);
    if (first === undefined) return undefined;
    return `${first.attached} of ${wanted} instances attached to ${first.topic}`;
  }

  private async failure(failed: Failed, view: ClusterView, connection: KubernetesConnection): Promise<Error> {
    const { pod, reason } = failed;
    if (pod === undefined) return new Error(`${this.member}: ${reason}.`);
    const container = view.pods.get(pod)?.spec?.containers[0]?.name;
    const lines = await lastLines(connection, String(this.inputs["kubernetesNamespace"]), pod, container);
    const quoted = lines.length === 0 ? "" : ` Its last log lines:\n${lines.map((line) => `    ${line}`).join("\n")}`;
    return new Error(`${this.member}: ${reason}.${quoted}`);
  }

  private get member(): string {
    return String(this.inputs["member"]);
  }
}

type Failed = Extract<Readiness, { state: "failed" }>;

function readinessOfView(view: ClusterView, since: string | undefined): Readiness {
  const { statefulSet } = view;
  if (statefulSet === undefined)
    return { state: "waiting", reason: view.trouble ?? "the StatefulSet does not exist yet" };
  const workload = { statefulSet, pods: [...view.pods.values()], events: [...view.events.values()] };
  return readinessOf(since === undefined ? workload : { ...workload, since });
}

/** Read from the live object: an autoscaler may have changed it. */
const wantedReplicas = (view: ClusterView): number => view.statefulSet?.spec?.replicas ?? 1;
