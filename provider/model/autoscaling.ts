import type { HorizontalPodAutoscalerBehavior, MetricSpec } from "./kubernetes-types";

/** Lets the number of instances follow the load, between two bounds. `replicas` is left out then. */
export interface AutoscalingSpec {
  /**
   * The least number of instances. 0 only with `backlog`, which then stops the member while there is nothing to read.
   * @default 1
   * @integer
   */
  readonly minReplicas?: number;
  /**
   * The largest number of instances.
   * @integer
   */
  readonly maxReplicas: number;
  /**
   * Average CPU use of the instances to hold, in percent of their request.
   * @default 80 where no other target is stated
   * @integer
   */
  readonly cpu?: number;
  /**
   * Average memory use of the instances to hold, in percent of their request.
   * @integer
   */
  readonly memory?: number;
  /**
   * Scales by the backlog of the member's subscription. Needs KEDA in the Kubernetes cluster. Not with `cpu`, `memory`, `metrics` or `behavior`.
   * @plain
   */
  readonly backlog?: BacklogScalingSpec;
  /** Further metrics of a HorizontalPodAutoscaler. */
  readonly metrics?: readonly MetricSpec[];
  /** How fast the HorizontalPodAutoscaler scales. */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** Scaling by backlog. Topic, subscription, partitions and credential follow from the mesh. */
export interface BacklogScalingSpec {
  /**
   * Messages in the backlog that one instance is to take care of.
   * @default 10
   * @integer
   */
  readonly messagesPerInstance?: number;
  /**
   * A member at zero is started when there are more messages than this in the backlog.
   * @default 0
   * @integer
   */
  readonly activationMessages?: number;
  /**
   * Seconds between two looks at the backlog.
   * @default 30
   * @integer
   */
  readonly pollingIntervalSeconds?: number;
  /**
   * Seconds without a backlog after which a member is scaled to zero.
   * @default 300
   * @integer
   */
  readonly cooldownSeconds?: number;
  /**
   * How KEDA proves who it is to Pulsar's admin API. State it where the member's credential is another than a token or a client
   * certificate: KEDA cannot use the others.
   * @default the token or client certificate of the member
   * @plain
   */
  readonly authentication?: BacklogAuthenticationSpec;
}

/** A credential of KEDA's own. */
export interface BacklogAuthenticationSpec {
  /** Name of a TriggerAuthentication in the member's Kubernetes namespace. */
  readonly triggerAuthentication: string;
  /**
   * What it holds: `bearer`, `basic`, `oauth` or `tls`; two with a comma between them.
   * @example "oauth"
   */
  readonly modes: string;
  /**
   * More settings of KEDA's Pulsar trigger, such as `oauthTokenURI` and `scope`.
   * @plain
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Lets a VerticalPodAutoscaler set CPU and memory; it has to be installed in the Kubernetes cluster. */
export interface VpaSpec {
  /** How new values are applied. */
  readonly updatePolicy?: VpaUpdatePolicy;
  /** What is set, and within which bounds. */
  readonly resourcePolicy?: VpaResourcePolicy;
}

/** When a VerticalPodAutoscaler applies what it recommends. */
export type VpaUpdateMode = "Off" | "Initial" | "Recreate" | "Auto";

/** How a VerticalPodAutoscaler applies new values. */
export interface VpaUpdatePolicy {
  /**
   * When new values are applied.
   * @default "Auto"
   */
  readonly updateMode?: VpaUpdateMode;
  /**
   * The least number of instances for which pods are evicted.
   * @integer
   */
  readonly minReplicas?: number;
}

/** What a VerticalPodAutoscaler sets. */
export interface VpaResourcePolicy {
  /** One policy per container. */
  readonly containerPolicies?: readonly VpaContainerPolicy[];
}

/** Whether a container takes part in vertical scaling. */
export type VpaContainerScalingMode = "Auto" | "Off";

/** Which resource values a VerticalPodAutoscaler controls. */
export type VpaControlledValues = "RequestsAndLimits" | "RequestsOnly";

/** Bounds of one container. */
export interface VpaContainerPolicy {
  /** Name of the container, or `*` for all others. */
  readonly containerName?: string;
  /**
   * Whether the container takes part.
   * @default "Auto"
   */
  readonly mode?: VpaContainerScalingMode;
  /** Least amounts, by resource. */
  readonly minAllowed?: Readonly<Record<string, string>>;
  /** Largest amounts, by resource. */
  readonly maxAllowed?: Readonly<Record<string, string>>;
  /** Resources that are set: `cpu`, `memory`. */
  readonly controlledResources?: readonly string[];
  /**
   * Whether limits follow requests.
   * @default "RequestsAndLimits"
   */
  readonly controlledValues?: VpaControlledValues;
}
