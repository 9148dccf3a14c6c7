/** What is read of a live workload: the fields of Kubernetes' own objects that tell whether it works. */
export interface ObservedWorkload {
  readonly statefulSet: ObservedStatefulSet;
  /** The pods that its selector finds, of any revision. */
  readonly pods: readonly ObservedPod[];
  /** The events about the StatefulSet. */
  readonly events: readonly ObservedEvent[];
  /** When the wanted revision was made (RFC 3339); older events are of no interest. */
  readonly since?: string;
  /** What was there when the wait began, and so says nothing of what is waited for. */
  readonly earlier?: Evidence;
  /** UIDs of pods that were deleted, which a watch may not show yet. */
  readonly deleted?: ReadonlySet<string>;
}

/** Signs of failure at one moment. */
export interface Evidence {
  /** How often each container had ended, by the pod's UID and the container's name. */
  readonly exits: ReadonlyMap<string, number>;
  /** Containers that had ended or could not start, named alike. */
  readonly failed: ReadonlySet<string>;
  /** Events in the version they had. A repeated one is the same object in a new version. */
  readonly events: ReadonlySet<string>;
}

export interface ObservedStatefulSet {
  readonly metadata?: { readonly name?: string; readonly generation?: number };
  readonly spec?: { readonly replicas?: number };
  readonly status?: {
    readonly observedGeneration?: number;
    readonly replicas?: number;
    readonly readyReplicas?: number;
    readonly updatedReplicas?: number;
    readonly currentRevision?: string;
    readonly updateRevision?: string;
  };
}

export interface ObservedPod {
  readonly metadata?: {
    readonly name?: string;
    readonly uid?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly creationTimestamp?: Date | string;
    readonly deletionTimestamp?: unknown;
  };
  readonly spec?: { readonly hostNetwork?: boolean };
  readonly status?: {
    readonly conditions?: readonly ObservedCondition[];
    readonly initContainerStatuses?: readonly ObservedContainer[];
    readonly containerStatuses?: readonly ObservedContainer[];
  };
}

export interface ObservedCondition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

export interface ObservedContainer {
  readonly name: string;
  readonly ready?: boolean;
  readonly restartCount?: number;
  readonly state?: ObservedContainerState;
  readonly lastState?: ObservedContainerState;
}

export interface ObservedContainerState {
  readonly waiting?: { readonly reason?: string; readonly message?: string };
  readonly running?: object;
  readonly terminated?: { readonly exitCode?: number; readonly reason?: string; readonly message?: string };
}

export interface ObservedEvent {
  readonly metadata?: { readonly uid?: string; readonly resourceVersion?: string };
  readonly reason?: string;
  readonly message?: string;
  readonly lastTimestamp?: Date | string | null;
  readonly eventTime?: Date | string | null;
}
