import type { VpaSpec } from "./autoscaling";
import type {
  Affinity,
  Container,
  EnvVar,
  IntOrString,
  LocalObjectReference,
  PodSecurityContext,
  Probe,
  Toleration,
  Volume,
} from "./kubernetes-types";

/** Settings that the pods of all members may share. */
export interface PodDefaultsSpec {
  /**
   * More labels of the pods. Those of the selector (`app.kubernetes.io/…`, `compute.functionmesh.io/…`) cannot be changed.
   * @default none, or for a member those of `defaults.pod`
   * @example { "team": "retail" }
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * More annotations of the pods.
   * @default none, or for a member those of `defaults.pod`
   * @example { "sidecar.istio.io/inject": "false" }
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Labels that a node must have for the pods to run on it.
   * @default none, or for a member those of `defaults.pod`
   * @example { "kubernetes.io/arch": "amd64" }
   */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /**
   * Which nodes and neighbours the pods like or need. Unless `disableDefaultAffinity` is true, instances are spread over
   * nodes besides.
   * @default none, or for a member that of `defaults.pod`
   * @example { "nodeAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [{ "matchExpressions": [{ "key": "disk", "operator": "In", "values": ["ssd"] }] }] } } }
   */
  readonly affinity?: Affinity;
  /**
   * Taints of nodes that the pods put up with.
   * @default none, or for a member those of `defaults.pod`
   * @example [{ "key": "streaming", "operator": "Exists", "effect": "NoSchedule" }]
   */
  readonly tolerations?: readonly Toleration[];
  /**
   * Users, groups and rights of the pods' processes, in place of the default. A container of yours that is to be root states
   * `runAsNonRoot: false` in a security context of its own.
   * @default user and group 10001, not root, the runtime's seccomp profile: what Pod Security "restricted" asks for
   * @example { "runAsNonRoot": true, "runAsUser": 10000, "fsGroup": 10000 }
   */
  readonly securityContext?: PodSecurityContext;
  /**
   * Existing Secrets with the credentials of image registries.
   * @default none, or for a member those of `defaults.pod`
   * @example [{ "name": "registry" }]
   */
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  /**
   * Name of the ServiceAccount, which has to exist in the Kubernetes namespace.
   * @default none, or for a member that of `defaults.pod`: pods then hold no credential for Kubernetes
   * @example "enrich"
   */
  readonly serviceAccountName?: string;
  /**
   * Seconds an instance has to end before it is killed.
   * @default 30
   * @example 60
   * @integer
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Restarts the instance when its metrics page does not answer.
   * @default no such check
   * @example { "periodSeconds": 10, "failureThreshold": 3 }
   */
  readonly liveness?: LivenessSpec;
  /**
   * A check that the other ones wait for: instances that take long to start are left alone until it holds.
   * @default no such check
   * @example { "httpGet": { "path": "/", "port": "http-metrics" }, "failureThreshold": 60 }
   */
  readonly startupProbe?: Probe;
}

/** Settings of a member's pods. */
export interface PodSpec extends PodDefaultsSpec {
  /**
   * Prefer no node over another: without it instances of a member are spread over nodes where that is possible.
   * @default false
   * @example true
   */
  readonly disableDefaultAffinity?: boolean;
  /**
   * More environment variables of the instance's container.
   * @default none but those of `defaults.env`
   * @example [{ "name": "TZ", "value": "UTC" }]
   */
  readonly env?: readonly EnvVar[];
  /**
   * Volumes of the pods, for `volumeMounts` and the containers stated here.
   * @default none
   * @example [{ "name": "lines", "configMap": { "name": "lines" } }]
   */
  readonly volumes?: readonly Volume[];
  /**
   * Containers that run to their end before the instance starts, one after the other.
   * @default none
   * @example [{ "name": "wait", "image": "registry.example.org/wait:1", "command": ["/wait", "shop-database:5432"] }]
   */
  readonly initContainers?: readonly Container[];
  /**
   * Containers that run beside the instance in each pod.
   * @default none
   * @example [{ "name": "proxy", "image": "registry.example.org/proxy:1" }]
   */
  readonly sidecars?: readonly Container[];
  /**
   * Lets a VerticalPodAutoscaler set CPU and memory. Not together with `autoscaling` by CPU or memory.
   * @default none: CPU and memory stay as `resources` says
   * @example { "updatePolicy": { "updateMode": "Initial" } }
   * @plain
   */
  readonly vpa?: VpaSpec;
  /**
   * Keeps that many instances running while nodes are drained: makes a PodDisruptionBudget. A number (`1`), or percent of the
   * instances (`50%`).
   * @default no PodDisruptionBudget
   * @example 1
   * @plain
   */
  readonly minAvailable?: IntOrString;
}

/** How often the metrics page of an instance is asked, and what follows. */
export interface LivenessSpec {
  /**
   * Seconds before the first look.
   * @default Kubernetes' own, 0
   * @example 30
   * @integer
   */
  readonly initialDelaySeconds?: number;
  /**
   * Seconds between two looks, and for an answer. 0: no look at all.
   * @default 0
   * @example 10
   * @integer
   */
  readonly periodSeconds?: number;
  /**
   * Answers in a row after which an instance counts as alive. Kubernetes takes only 1.
   * @default Kubernetes' own, 1
   * @example 1
   * @integer
   */
  readonly successThreshold?: number;
  /**
   * Looks in a row without an answer after which the instance is restarted.
   * @default Kubernetes' own, 3
   * @example 5
   * @integer
   */
  readonly failureThreshold?: number;
}
