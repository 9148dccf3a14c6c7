import type { CoreV1Event, V1Pod, V1StatefulSet } from "@kubernetes/client-node" with { "resolution-mode": "import" };
import type { KubernetesConnection } from "../kubernetes-connection";

interface Named {
  readonly metadata?: { readonly name?: string };
}

/**
 * A StatefulSet with its pods and events, kept up to date by watching. `changed` resolves at the next change, so a waiter
 * looks again when there is something new to see and not at fixed times.
 */
export class ClusterView {
  statefulSet: V1StatefulSet | undefined;
  readonly pods = new Map<string, V1Pod>();
  readonly events = new Map<string, CoreV1Event>();
  /** The last error of a watch, as long as it has not recovered. */
  trouble: string | undefined;
  private readonly aborts: AbortController[] = [];
  private wake: () => void = () => undefined;
  private ended = false;

  constructor(
    private readonly connection: KubernetesConnection,
    private readonly namespace: string,
    private readonly name: string,
  ) {}

  start(): void {
    const byName = { fieldSelector: `metadata.name=${this.name}` };
    this.follow<V1StatefulSet>(`/apis/apps/v1/namespaces/${this.namespace}/statefulsets`, byName, (phase, object) => {
      const isFirst = this.statefulSet === undefined;
      this.statefulSet = phase === "DELETED" ? undefined : object;
      if (isFirst) this.followPods(object);
    });
    const ofObject = { fieldSelector: `involvedObject.name=${this.name}` };
    this.follow<CoreV1Event>(`/api/v1/namespaces/${this.namespace}/events`, ofObject, (phase, event) =>
      this.keep(this.events, phase, event),
    );
  }

  private followPods(statefulSet: V1StatefulSet): void {
    const labels = Object.entries(statefulSet.spec?.selector.matchLabels ?? {});
    const query = { labelSelector: labels.map(([key, value]) => `${key}=${value}`).join(",") };
    this.follow<V1Pod>(`/api/v1/namespaces/${this.namespace}/pods`, query, (phase, pod) =>
      this.keep(this.pods, phase, pod),
    );
  }

  /** Resolves at the next change, or after the given time. */
  changed(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  stop(): void {
    this.ended = true;
    for (const abort of this.aborts) abort.abort();
    this.wake();
  }

  private keep<T extends Named>(objects: Map<string, T>, phase: string, object: T): void {
    const name = object.metadata?.name ?? "";
    if (phase === "DELETED") objects.delete(name);
    else objects.set(name, object);
  }

  private follow<T>(
    path: string,
    query: Readonly<Record<string, string>>,
    take: (phase: string, object: T) => void,
  ): void {
    const again = (error: unknown): void => {
      if (this.ended) return;
      this.trouble = error instanceof Error ? error.message : undefined;
      this.wake();
      setTimeout(() => this.follow(path, query, take), 1000);
    };
    const onEvent = (phase: string, object: T): void => {
      this.trouble = undefined;
      take(phase, object);
      this.wake();
    };
    this.connection.watch.watch(path, query, onEvent, again).then((abort) => {
      this.aborts.push(abort);
      if (this.ended) abort.abort();
    }, again);
  }
}
