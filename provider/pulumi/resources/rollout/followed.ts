import { setTimeout as delay } from "node:timers/promises";
import type { Watch } from "@kubernetes/client-node" with { "resolution-mode": "import" };

interface Named {
  readonly metadata?: { readonly name?: string };
}

/** Objects of one kind as the API server hands them over. */
export interface Source<T> {
  /** In the plural, for messages. */
  readonly kind: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  list(): Promise<{ readonly metadata?: { readonly resourceVersion?: string }; readonly items: readonly T[] }>;
}

/** How a source is watched. */
export interface Watcher {
  readonly watch: Pick<Watch, "watch">;
  /** Milliseconds between the end of a watch and the next. */
  readonly pause: number;
  readonly changed: () => void;
}

/** What a rollout's user must be allowed to do. */
export const permissions =
  "a rollout needs get, list and watch on statefulsets, pods and events, get on controllerrevisions and pods/log, patch on statefulsets and delete on pods";

/** Objects of one kind, listed and then kept up to date by watching; listed anew whenever a watch ends. */
export class Followed<T extends Named> {
  readonly objects = new Map<string, T>();
  /** What there was at the first look. */
  first: readonly T[] | undefined;
  /** Why the objects are not up to date; undefined as long as they are. */
  trouble: string | undefined;
  private readonly ended = new AbortController();

  constructor(
    private readonly source: Source<T>,
    private readonly watcher: Watcher,
  ) {}

  async follow(): Promise<void> {
    while (!this.ended.signal.aborted) {
      try {
        await this.watchFrom(await this.listed());
      } catch (error) {
        this.trouble = `${this.source.kind} cannot be watched: ${reasonOf(error)}`;
        this.watcher.changed();
      }
      await delay(this.watcher.pause, undefined, { signal: this.ended.signal }).catch(() => undefined);
    }
  }

  stop(): void {
    this.ended.abort();
  }

  /** Resolves to the version that the list shows, from which on a watch shows all changes. */
  private async listed(): Promise<string | undefined> {
    const { items, metadata } = await this.source.list();
    this.first ??= items;
    this.objects.clear();
    for (const object of items) this.objects.set(nameOf(object), object);
    this.watcher.changed();
    return metadata?.resourceVersion;
  }

  /** Resolves when the watch ends as watches do. */
  private watchFrom(resourceVersion: string | undefined): Promise<void> {
    const { path, query } = this.source;
    return new Promise((resolve, reject) => {
      const over = new AbortController();
      const end = (error: unknown): void => {
        over.abort();
        if (error instanceof Error) reject(error);
        else resolve();
      };
      if (this.ended.signal.aborted) return end(undefined);
      this.ended.signal.addEventListener("abort", () => end(undefined), { signal: over.signal });
      const onEvent = (phase: string, object: T): void => {
        if (phase === "ERROR") return end(errorOf(object));
        if (phase === "DELETED") this.objects.delete(nameOf(object));
        else this.objects.set(nameOf(object), object);
        this.watcher.changed();
      };
      this.watcher.watch.watch(path, { ...query, resourceVersion }, onEvent, end).then((request) => {
        if (over.signal.aborted) return request.abort();
        over.signal.addEventListener("abort", () => request.abort());
        this.trouble = undefined;
        this.watcher.changed();
      }, reject);
    });
  }
}

/** A watch whose version is too old ends with 410, which the next list cures. */
function errorOf(status: object): Error | undefined {
  if (Reflect.get(status, "code") === 410) return undefined;
  const message: unknown = Reflect.get(status, "message");
  return new Error(typeof message === "string" ? message : "the watch ended with an error");
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const status: unknown = Reflect.get(error, "status") ?? Reflect.get(error, "statusCode");
  return status === 403 ? `the user of the kubeconfig is not allowed to; ${permissions}` : error.message;
}

const nameOf = (object: Named): string => object.metadata?.name ?? "";
