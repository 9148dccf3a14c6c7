import { labelSelectorOf } from "../label-selector";
import type { CoreV1Event, V1Pod, V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import { evidenceOf } from "../../../kubernetes/evidence";
import type { ObservedWorkload } from "../../../kubernetes/observed";
import { type KubernetesConnection, withinSeconds } from "../kubernetes-connection";
import { Followed, type Source } from "./followed";

/**
 * A StatefulSet with its pods and events, kept up to date by watching. `changed` resolves at the next change, so a waiter
 * looks again when there is something new to see and not at fixed times.
 */
export class ClusterView {
  /** UIDs of pods that were deleted here. */
  readonly deleted = new Set<string>();
  private readonly statefulSets: Followed<V1StatefulSet>;
  private readonly events: Followed<CoreV1Event>;
  private pods: Followed<V1Pod> | undefined;
  private wake: () => void = () => undefined;
  /** Something has changed since `changed` resolved last, while nobody waited for it. */
  private hasNews = false;

  constructor(
    private readonly connection: KubernetesConnection,
    readonly namespace: string,
    name: string,
  ) {
    const { apps, core } = connection;
    const byName = { fieldSelector: `metadata.name=${name}` };
    this.statefulSets = this.followed({
      kind: "statefulsets",
      path: `/apis/apps/v1/namespaces/${namespace}/statefulsets`,
      query: byName,
      list: () => this.soon(apps.listNamespacedStatefulSet({ namespace, ...byName })),
    });
    const ofObject = { fieldSelector: `involvedObject.name=${name}` };
    this.events = this.followed({
      kind: "events",
      path: `/api/v1/namespaces/${namespace}/events`,
      query: ofObject,
      list: () => this.soon(core.listNamespacedEvent({ namespace, ...ofObject })),
    });
  }

  start(): void {
    void this.statefulSets.follow();
    void this.events.follow();
  }

  stop(): void {
    for (const followed of [this.statefulSets, this.events, this.pods]) followed?.stop();
    this.wake();
  }

  get statefulSet(): V1StatefulSet | undefined {
    return [...this.statefulSets.objects.values()][0];
  }

  /** Why there is no StatefulSet to be seen. */
  get absence(): string {
    return this.statefulSets.first === undefined ? "looking for the StatefulSet" : "the StatefulSet does not exist yet";
  }

  /** Why this view is not up to date; undefined as long as it is. */
  get trouble(): string | undefined {
    return this.statefulSets.trouble ?? this.pods?.trouble ?? this.events.trouble;
  }

  /** What there is to see, apart from what there was at the first look. */
  workload(since: string | undefined): ObservedWorkload | undefined {
    const { statefulSet, deleted } = this;
    if (statefulSet === undefined) return undefined;
    return {
      statefulSet,
      pods: [...(this.pods?.objects.values() ?? [])],
      events: [...this.events.objects.values()],
      earlier: evidenceOf(this.pods?.first ?? [], this.events.first ?? []),
      deleted,
      ...(since === undefined ? {} : { since }),
    };
  }

  /** Name of a pod's container that runs the instance. */
  containerOf(pod: string): string | undefined {
    return this.pods?.objects.get(pod)?.spec?.containers[0]?.name;
  }

  /** Resolves at the next change, or after the given time. */
  async changed(milliseconds: number): Promise<void> {
    if (!this.hasNews) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.hasNews = false;
  }

  /** Which pods are its own is known by its selector only. */
  private followPods(): void {
    const labels = this.statefulSet?.spec?.selector.matchLabels;
    if (this.pods !== undefined || labels === undefined) return;
    const { namespace } = this;
    const labelSelector = labelSelectorOf(labels);
    this.pods = this.followed({
      kind: "pods",
      path: `/api/v1/namespaces/${namespace}/pods`,
      query: { labelSelector },
      list: () => this.soon(this.connection.core.listNamespacedPod({ namespace, labelSelector })),
    });
    void this.pods.follow();
  }

  private followed<T extends object>(source: Source<T>): Followed<T> {
    const changed = (): void => {
      this.followPods();
      this.hasNews = true;
      this.wake();
    };
    return new Followed(source, { watch: this.connection.watch, pause: 1000, changed });
  }

  private soon<T>(call: Promise<T>): Promise<T> {
    return withinSeconds(15, this.connection.server, call);
  }
}
