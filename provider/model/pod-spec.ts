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
  /** More labels. Those of the selector (`app.kubernetes.io/…`, `compute.functionmesh.io/…`) cannot be changed. */
  readonly labels?: Readonly<Record<string, string>>;
  /** More annotations. */
  readonly annotations?: Readonly<Record<string, string>>;
  /** Labels of the nodes to run on. */
  readonly nodeSelector?: Readonly<Record<string, string>>;
  /** Which nodes and neighbours the pods like or need. */
  readonly affinity?: Affinity;
  /** Taints of nodes that the pods put up with. */
  readonly tolerations?: readonly Toleration[];
  /**
   * Users, groups and rights of the pods' processes, in place of the default. A container of yours that is to be root states
   * `runAsNonRoot: false` in a security context of its own.
   * @default user and group 10001, not root, the runtime's seccomp profile: what Pod Security "restricted" asks for
   */
  readonly securityContext?: PodSecurityContext;
  /** Secrets with the credentials of image registries. */
  readonly imagePullSecrets?: readonly LocalObjectReference[];
  /** Name of the ServiceAccount. */
  readonly serviceAccountName?: string;
  /**
   * Seconds an instance has to end.
   * @default 30
   * @integer
   */
  readonly terminationGracePeriodSeconds?: number;
  /**
   * Restarts the instance when its metrics page does not answer.
   * @default no such check
   */
  readonly liveness?: LivenessSpec;
  /** A check that the other ones wait for. */
  readonly startupProbe?: Probe;
}

/** Settings of a member's pods. */
export interface PodSpec extends PodDefaultsSpec {
  /**
   * Prefer no node over another: without it instances of a member are spread over nodes where that is possible.
   * @default false
   */
  readonly disableDefaultAffinity?: boolean;
  /** More environment variables of the instance's container. */
  readonly env?: readonly EnvVar[];
  /** Volumes, for `volumeMounts`. */
  readonly volumes?: readonly Volume[];
  /** Containers that run to their end before the instance starts. */
  readonly initContainers?: readonly Container[];
  /** Containers that run beside the instance. */
  readonly sidecars?: readonly Container[];
  /**
   * Lets a VerticalPodAutoscaler set CPU and memory. Not together with `autoscaling` by CPU or memory.
   * @plain
   */
  readonly vpa?: VpaSpec;
  /**
   * Keeps that many instances running while nodes are drained: makes a PodDisruptionBudget. A number (`1`), or percent of the
   * instances (`50%`).
   * @default no PodDisruptionBudget
   * @plain
   */
  readonly minAvailable?: IntOrString;
}

/** How often the metrics page of an instance is asked, and what follows. */
export interface LivenessSpec {
  /**
   * Seconds before the first look.
   * @integer
   */
  readonly initialDelaySeconds?: number;
  /**
   * Seconds between two looks, and for an answer. 0: no look at all.
   * @integer
   */
  readonly periodSeconds?: number;
  /**
   * Answers in a row after which an instance counts as alive.
   * @integer
   */
  readonly successThreshold?: number;
  /**
   * Looks in a row without an answer after which the instance is restarted.
   * @integer
   */
  readonly failureThreshold?: number;
}
