import type { HorizontalPodAutoscalerBehavior, MetricSpec } from "./kubernetes-types";

/** Lets the number of instances follow the load, between two bounds. `replicas` is left out then. */
export interface AutoscalingSpec {
  /**
   * The least number of instances. 0 only with `backlog`, which then stops the member while there is nothing to read.
   * @default 1
   * @example 2
   * @integer
   */
  readonly minReplicas?: number;
  /**
   * The largest number of instances.
   * @example 8
   * @integer
   */
  readonly maxReplicas: number;
  /**
   * Average CPU use of the instances to hold, in percent of their request.
   * @default 80 where no other target is stated
   * @example 70
   * @integer
   */
  readonly cpu?: number;
  /**
   * Average memory use of the instances to hold, in percent of their request.
   * @default none: memory does not scale the member
   * @example 80
   * @integer
   */
  readonly memory?: number;
  /**
   * Scales by the backlog of the member's subscription. Needs KEDA in the Kubernetes cluster. Not with `cpu`, `memory`, `metrics` or `behavior`.
   * @default none: CPU, memory or `metrics` scale the member
   * @example { "messagesPerInstance": 1000 }
   * @plain
   */
  readonly backlog?: BacklogScalingSpec;
  /**
   * Further metrics of a HorizontalPodAutoscaler, as Kubernetes writes them (autoscaling/v2).
   * @default none
   * @example [{ "type": "Pods", "pods": { "metric": { "name": "orders_per_second" }, "target": { "type": "AverageValue", "averageValue": "100" } } }]
   */
  readonly metrics?: readonly MetricSpec[];
  /**
   * How fast the HorizontalPodAutoscaler adds and removes instances.
   * @default Kubernetes' own
   * @example { "scaleDown": { "stabilizationWindowSeconds": 600 } }
   */
  readonly behavior?: HorizontalPodAutoscalerBehavior;
}

/** Scaling by backlog. Topic, subscription, partitions and credential follow from the mesh. */
export interface BacklogScalingSpec {
  /**
   * Messages in the backlog that one instance is to take care of.
   * @default 10
   * @example 1000
   * @integer
   */
  readonly messagesPerInstance?: number;
  /**
   * A member at zero is started when there are more messages than this in the backlog.
   * @default 0
   * @example 100
   * @integer
   */
  readonly activationMessages?: number;
  /**
   * Seconds between two looks at the backlog.
   * @default 30
   * @example 10
   * @integer
   */
  readonly pollingIntervalSeconds?: number;
  /**
   * Seconds without a backlog after which a member is scaled to zero.
   * @default 300
   * @example 600
   * @integer
   */
  readonly cooldownSeconds?: number;
  /**
   * How KEDA proves who it is to Pulsar's admin API. State it where the member's credential is another than a token or a client
   * certificate: KEDA cannot use the others.
   * @default the token or client certificate of the member
   * @example { "triggerAuthentication": "pulsar-backlog", "modes": "oauth" }
   * @plain
   */
  readonly authentication?: BacklogAuthenticationSpec;
}

/** A credential of KEDA's own. */
export interface BacklogAuthenticationSpec {
  /**
   * Name of a TriggerAuthentication in the member's Kubernetes namespace.
   * @example "pulsar-backlog"
   */
  readonly triggerAuthentication: string;
  /**
   * What it holds: `bearer`, `basic`, `oauth` or `tls`; two with a comma between them.
   * @example "oauth"
   */
  readonly modes: string;
  /**
   * More settings of KEDA's Pulsar trigger, such as `oauthTokenURI` and `scope`.
   * @default none
   * @example { "oauthTokenURI": "https://issuer.example.org/token", "scope": "pulsar" }
   * @plain
   */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Lets a VerticalPodAutoscaler set CPU and memory; it has to be installed in the Kubernetes cluster. */
export interface VpaSpec {
  /**
   * When new values reach the instances.
   * @default the VerticalPodAutoscaler's own
   * @example { "updateMode": "Initial" }
   */
  readonly updatePolicy?: VpaUpdatePolicy;
  /**
   * What is set, and within which bounds.
   * @default CPU and memory of every container, without bounds
   * @example { "containerPolicies": [{ "containerName": "*", "maxAllowed": { "memory": "4Gi" } }] }
   */
  readonly resourcePolicy?: VpaResourcePolicy;
}

/** When a VerticalPodAutoscaler applies what it recommends. */
export type VpaUpdateMode = "Off" | "Initial" | "Recreate" | "Auto";

/** How a VerticalPodAutoscaler applies new values. */
export interface VpaUpdatePolicy {
  /**
   * When new values are applied: `Off` only recommends, `Initial` applies them to new pods, `Recreate` and `Auto` also evict
   * pods that run.
   * @default "Auto"
   * @example "Initial"
   */
  readonly updateMode?: VpaUpdateMode;
  /**
   * The least number of instances for which pods are evicted; with fewer nothing is changed.
   * @default the VerticalPodAutoscaler's own
   * @example 1
   * @integer
   */
  readonly minReplicas?: number;
}

/** What a VerticalPodAutoscaler sets. */
export interface VpaResourcePolicy {
  /**
   * One policy per container, by its name.
   * @default none: every container takes part, without bounds
   * @example [{ "containerName": "*", "maxAllowed": { "memory": "4Gi" } }]
   */
  readonly containerPolicies?: readonly VpaContainerPolicy[];
}

/** Whether a container takes part in vertical scaling. */
export type VpaContainerScalingMode = "Auto" | "Off";

/** Which resource values a VerticalPodAutoscaler controls. */
export type VpaControlledValues = "RequestsAndLimits" | "RequestsOnly";

/** Bounds of one container. */
export interface VpaContainerPolicy {
  /**
   * Name of the container (`pulsar-function`, `pulsar-source` or `pulsar-sink` is the instance's), or `*` for all others.
   * @default none: a policy without it is refused
   * @example "pulsar-function"
   */
  readonly containerName?: string;
  /**
   * Whether the container takes part.
   * @default "Auto"
   * @example "Off"
   */
  readonly mode?: VpaContainerScalingMode;
  /**
   * Least amounts, by resource.
   * @default none: no lower bound
   * @example { "cpu": "100m", "memory": "512Mi" }
   */
  readonly minAllowed?: Readonly<Record<string, string>>;
  /**
   * Largest amounts, by resource.
   * @default none: no upper bound
   * @example { "cpu": "2", "memory": "4Gi" }
   */
  readonly maxAllowed?: Readonly<Record<string, string>>;
  /**
   * Resources that are set: `cpu`, `memory`.
   * @default both
   * @example ["memory"]
   */
  readonly controlledResources?: readonly string[];
  /**
   * Whether limits follow requests in proportion, or stay.
   * @default "RequestsAndLimits"
   * @example "RequestsOnly"
   */
  readonly controlledValues?: VpaControlledValues;
}
