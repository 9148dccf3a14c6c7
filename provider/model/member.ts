import type { AutoscalingSpec } from "./autoscaling";
import type { PersistentVolumeClaimTemplate, ResourceRequirements, VolumeMount } from "./kubernetes-types";
import type { LogTopicAgent } from "./log";
import type { PodSpec } from "./pod-spec";
import type { PulsarAuthSpec, PulsarTlsSpec } from "./pulsar-cluster";
import type { RolloutSpec } from "./rollout";
import type { RunnerSpec } from "./runner";
import type { ClaimRetentionSpec } from "./volume-claims";

/** What functions, sources and sinks have in common. */
export interface MemberSpec {
  /**
   * Name of the member in Pulsar and in the names of its Kubernetes objects. State it to rename the key without renaming the member.
   * @default the key of the member
   * @plain
   */
  readonly name?: string;
  /**
   * Pulsar tenant of the member.
   * @default the defaults' tenant
   * @plain
   */
  readonly tenant?: string;
  /**
   * Pulsar namespace of the member (not a Kubernetes namespace).
   * @default the defaults' namespace
   * @plain
   */
  readonly namespace?: string;
  /**
   * Key of the entry of `kubernetes` the member runs in. Either this or `placement`.
   * @default the defaults' cluster, else the only entry of `kubernetes`
   * @plain
   */
  readonly cluster?: string;
  /**
   * The Kubernetes clusters the member runs in, when there are several. Either this or `cluster`.
   * @plain
   */
  readonly placement?: readonly PlacementSpec[];
  /**
   * Key of the entry of `pulsar` the member reads from and writes to.
   * @default the Pulsar cluster of its Kubernetes cluster
   * @plain
   */
  readonly pulsarCluster?: string;
  /**
   * Number of instances in each place. 0 stops the member and keeps its subscriptions. Without it the number is left alone once
   * the member runs.
   * @default 1, where the member begins
   * @integer
   */
  readonly replicas?: number;
  /**
   * Tells instances their true number (`context.getNumInstances()`); every change of `replicas` then restarts all of them.
   * @default false: they are told 1, and scaling restarts nobody
   */
  readonly showPreciseParallelism?: boolean;
  /**
   * Lets the number of instances follow the load.
   * @default none: `replicas` holds
   * @plain
   */
  readonly autoscaling?: AutoscalingSpec;
  /**
   * Runs no instance, and keeps everything else as it is: objects, subscriptions, and what scaling is set to.
   * @default false
   * @plain
   */
  readonly paused?: boolean;
  /**
   * Any text; another one restarts the instances.
   * @example "2026-11-24"
   */
  readonly restartToken?: string;
  /**
   * Container image with the instance program of the member's runtime, laid out as Pulsar's own images are (`/pulsar/instances`).
   * @default the defaults' image of the runtime, else "apachepulsar/pulsar:4.0.8"
   */
  readonly image?: string;
  /**
   * When the image is pulled.
   * @default Kubernetes' own: IfNotPresent, or Always for the tag `latest`
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * CPU and memory, as Kubernetes requests and limits.
   * @default the defaults' resources
   */
  readonly resources?: ResourceRequirements;
  /**
   * Secrets of the member by the name its code asks for (`context.get_secret("password")`). They are kept in a Kubernetes
   * Secret and reach the instance as environment variables of the same name; a change restarts its pods.
   * @plain
   * @secret
   */
  readonly secrets?: Readonly<Record<string, string>>;
  /** References to keys of Kubernetes Secrets that exist already, by the name the member's code asks for. */
  readonly secretsMap?: Readonly<Record<string, SecretReference>>;
  /** Pod settings. */
  readonly pod?: PodSpec;
  /** Mounts of the instance's container, of the volumes of `pod.volumes` and `volumeClaimTemplates`. */
  readonly volumeMounts?: readonly VolumeMount[];
  /**
   * Volumes of its own for each instance, which it finds again when it is restarted. A change replaces the workload; the
   * volumes stay.
   */
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaimTemplate[];
  /** What becomes of those volumes. */
  readonly persistentVolumeClaimRetentionPolicy?: ClaimRetentionSpec;
  /** Topic that the member's log lines are published to. */
  readonly logTopic?: string;
  /**
   * Who publishes them: the instance itself (functions only), or a container beside it that reads the log file.
   * @default "runtime" for functions, "sidecar" for sources and sinks
   * @plain
   */
  readonly logTopicAgent?: LogTopicAgent;
  /**
   * Image of the container that publishes log lines.
   * @default "streamnative/filebeat:v0.6.0"
   */
  readonly filebeatImage?: string;
  /**
   * Image of the container that downloads the member's package before the instance starts: one with pulsarctl and wget where
   * its name says `pulsarctl`, else one with `/pulsar/bin/pulsar-admin` and curl, as Pulsar's own images have them.
   * @default the member's own image; for Go and generic instances the one for Java, since theirs have no such tools
   */
  readonly downloaderImage?: string;
  /**
   * Key of the entry of `pulsar` that packages (`function://…`) are downloaded from.
   * @default the Pulsar cluster of the member
   * @plain
   */
  readonly packageCluster?: string;
  /** Flags for the runtime, handed to the instance as they are. */
  readonly runtimeFlags?: string;
  /**
   * What the image of the member can do.
   * @plain
   */
  readonly runner?: RunnerSpec;
  /**
   * The member's own credential for Pulsar.
   * @default the `instanceAuth` of its Pulsar cluster
   * @plain
   */
  readonly instanceAuth?: PulsarAuthSpec;
  /**
   * The member's own TLS settings.
   * @default the `instanceTls` of its Pulsar cluster
   * @plain
   */
  readonly instanceTls?: PulsarTlsSpec;
  /** How `pulumi up` waits for the member. */
  readonly rollout?: RolloutSpec;
}

/** When Kubernetes pulls an image. */
export type ImagePullPolicy = "Always" | "IfNotPresent" | "Never";

/** One of the places a member runs in. */
export interface PlacementSpec {
  /**
   * Key of the entry of `kubernetes`.
   * @plain
   */
  readonly cluster: string;
  /**
   * Ready to take over, with no instance running.
   * @default false
   * @plain
   */
  readonly standby?: boolean;
}

/** A key of a Kubernetes Secret in the member's Kubernetes namespace. */
export interface SecretReference {
  /** Name of the Secret. */
  readonly path: string;
  /** Key within the Secret. */
  readonly key: string;
}
