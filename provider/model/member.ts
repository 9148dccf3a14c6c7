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
   * @example "enrich"
   * @plain
   */
  readonly name?: string;
  /**
   * Pulsar tenant of the member.
   * @default the defaults' tenant
   * @example "retail"
   * @plain
   */
  readonly tenant?: string;
  /**
   * Pulsar namespace of the member (not a Kubernetes namespace).
   * @default the defaults' namespace
   * @example "orders"
   * @plain
   */
  readonly namespace?: string;
  /**
   * Key of the entry of `kubernetes` the member runs in. Either this or `placement`.
   * @default the defaults' cluster, else the only entry of `kubernetes`
   * @example "east"
   * @plain
   */
  readonly cluster?: string;
  /**
   * The Kubernetes clusters the member runs in, when there are several. Either this or `cluster`.
   * @default one place: the cluster that `cluster` names
   * @example [{ "cluster": "east" }, { "cluster": "west", "standby": true }]
   * @plain
   */
  readonly placement?: readonly PlacementSpec[];
  /**
   * Key of the entry of `pulsar` the member reads from and writes to.
   * @default the Pulsar cluster of its Kubernetes cluster
   * @example "east"
   * @plain
   */
  readonly pulsarCluster?: string;
  /**
   * Number of instances in each place. 0 stops the member and keeps its subscriptions. Without it the number is left alone once
   * the member runs.
   * @default 1, where the member begins
   * @example 3
   * @integer
   */
  readonly replicas?: number;
  /**
   * Tells instances their true number (`context.getNumInstances()`); every change of `replicas` then restarts all of them. Not in
   * Python and Go, whose functions cannot ask for it.
   * @default false: they are told 1, and scaling restarts nobody
   * @example true
   */
  readonly showPreciseParallelism?: boolean;
  /**
   * Lets the number of instances follow the load.
   * @default none: `replicas` holds
   * @example { "minReplicas": 2, "maxReplicas": 8, "cpu": 70 }
   * @plain
   */
  readonly autoscaling?: AutoscalingSpec;
  /**
   * Runs no instance, and keeps everything else as it is: objects, subscriptions, and what scaling is set to.
   * @default false
   * @example true
   * @plain
   */
  readonly paused?: boolean;
  /**
   * Any text; another one restarts the instances.
   * @default none
   * @example "2026-11-24"
   */
  readonly restartToken?: string;
  /**
   * Container image with the instance program of the member's runtime, laid out as Pulsar's own images are (`/pulsar/instances`).
   * @default the defaults' image of the runtime, else "apachepulsar/pulsar:4.0.8" for Java and Python; others have none
   * @example "registry.example.org/streaming/runner:1.4"
   */
  readonly image?: string;
  /**
   * When the image is pulled.
   * @default the value of `defaults.imagePullPolicy`, else Kubernetes' own: IfNotPresent, or Always for the tag `latest`
   * @example "Always"
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * CPU and memory, as Kubernetes requests and limits. What is stated here stands in place of the default as a whole.
   * @default the defaults' resources, else what `defaults.resources` falls back to
   * @example { "requests": { "cpu": "200m", "memory": "1Gi" }, "limits": { "memory": "1Gi" } }
   */
  readonly resources?: ResourceRequirements;
  /**
   * Secrets of the member by the name its code asks for (`context.get_secret("password")`). They are kept in a Kubernetes
   * Secret and reach the instance as environment variables of the same name; a change restarts its pods.
   * @default none
   * @example { "password": "correct horse" }
   * @plain
   * @secret
   */
  readonly secrets?: Readonly<Record<string, string>>;
  /**
   * References to keys of Kubernetes Secrets that exist already, by the name the member's code asks for.
   * @default none
   * @example { "password": { "path": "shop-database", "key": "password" } }
   */
  readonly secretsMap?: Readonly<Record<string, SecretReference>>;
  /**
   * Settings of the member's pods: labels, nodes, volumes, further containers.
   * @default the settings of `defaults.pod`
   * @example { "labels": { "team": "retail" } }
   */
  readonly pod?: PodSpec;
  /**
   * Mounts of the instance's container, of the volumes of `pod.volumes` and `volumeClaimTemplates`.
   * @default none
   * @example [{ "name": "lines", "mountPath": "/lines" }]
   */
  readonly volumeMounts?: readonly VolumeMount[];
  /**
   * Volumes of its own for each instance, which it finds again when it is restarted. A change replaces the workload; the
   * volumes stay.
   * @default none
   * @example [{ "metadata": { "name": "cache" }, "spec": { "accessModes": ["ReadWriteOnce"], "resources": { "requests": { "storage": "1Gi" } } } }]
   */
  readonly volumeClaimTemplates?: readonly PersistentVolumeClaimTemplate[];
  /**
   * What becomes of the volumes of `volumeClaimTemplates` when the member is deleted or scaled.
   * @default both are kept: `Retain`
   * @example { "whenDeleted": "Delete" }
   */
  readonly persistentVolumeClaimRetentionPolicy?: ClaimRetentionSpec;
  /**
   * Topic that the member's log lines are published to. A short name is completed with the member's tenant and namespace.
   * @default none: lines go to the console only
   * @example "enrich-log"
   */
  readonly logTopic?: string;
  /**
   * Who publishes log lines to `logTopic`: the instance itself (`runtime`, functions only), or a container beside it that
   * reads the log file (`sidecar`, not in Go).
   * @default "runtime" for functions, "sidecar" for sources and sinks
   * @example "sidecar"
   * @plain
   */
  readonly logTopicAgent?: LogTopicAgent;
  /**
   * Image of the container that publishes log lines. Only with `logTopic` and the agent `sidecar`.
   * @default "streamnative/filebeat:v0.6.0"
   * @example "registry.example.org/streamnative/filebeat:v0.6.0"
   */
  readonly filebeatImage?: string;
  /**
   * Image of the container that downloads the member's package before the instance starts: one with pulsarctl and wget where
   * its name says `pulsarctl`, else one with `/pulsar/bin/pulsar-admin` and curl, as Pulsar's own images have them.
   * @default the member's own image; for Go and generic instances the one for Java, since theirs have no such tools
   * @example "registry.example.org/pulsarctl:4.0"
   */
  readonly downloaderImage?: string;
  /**
   * Key of the entry of `pulsar` that packages (`function://…`) are downloaded from.
   * @default the Pulsar cluster of the member
   * @example "west"
   * @plain
   */
  readonly packageCluster?: string;
  /**
   * Flags for the runtime, which the instance is told of in its description. For generic instance programs only: none of
   * Pulsar's own acts on them. Options of the Java virtual machine are `java.javaOpts`.
   * @default none
   * @example "-Dteam=retail"
   */
  readonly runtimeFlags?: string;
  /**
   * What the image of the member can do: which connectors it contains.
   * @default the value of `defaults.runner`; connectors stated here are added to its own
   * @example { "connectors": { "file": { "path": "/pulsar/connectors/pulsar-io-file-4.0.8.nar", "className": "org.apache.pulsar.io.file.FileSource" } } }
   * @plain
   */
  readonly runner?: RunnerSpec;
  /**
   * The member's own credential for Pulsar.
   * @default the `instanceAuth` of its Pulsar cluster
   * @example { "tls": { "cert": "-----BEGIN CERTIFICATE-----…", "key": "-----BEGIN PRIVATE KEY-----…" } }
   * @plain
   */
  readonly instanceAuth?: PulsarAuthSpec;
  /**
   * The member's own TLS settings.
   * @default the `instanceTls` of its Pulsar cluster
   * @example { "trustCerts": "-----BEGIN CERTIFICATE-----…" }
   * @plain
   */
  readonly instanceTls?: PulsarTlsSpec;
  /**
   * How `pulumi up` waits for the member to work.
   * @default the value of `defaults.rollout`; what that leaves out too has its own default
   * @example { "timeoutSeconds": 600 }
   */
  readonly rollout?: RolloutSpec;
}

/** When Kubernetes pulls an image. */
export type ImagePullPolicy = "Always" | "IfNotPresent" | "Never";

/** One of the places a member runs in. */
export interface PlacementSpec {
  /**
   * Key of the entry of `kubernetes`.
   * @example "east"
   * @plain
   */
  readonly cluster: string;
  /**
   * Ready to take over, with no instance running.
   * @default false
   * @example true
   * @plain
   */
  readonly standby?: boolean;
}

/** A key of a Kubernetes Secret in the member's Kubernetes namespace. */
export interface SecretReference {
  /**
   * Name of the Secret.
   * @example "shop-database"
   */
  readonly path: string;
  /**
   * Key within the Secret.
   * @example "password"
   */
  readonly key: string;
}
