import type { FunctionSpec } from "./function";
import type { KubernetesClusterSpec } from "./kubernetes-cluster";
import type { ResourceRequirements } from "./kubernetes-types";
import type { ImagePullPolicy } from "./member";
import type { RolloutSpec } from "./rollout";
import type { RunnerSpec } from "./runner";
import type { NamespaceSpec } from "./namespace";
import type { PulsarClusterSpec } from "./pulsar-cluster";
import type { PodDefaultsSpec } from "./pod-spec";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";
import type { TenantSpec } from "./tenant";
import type { TopicSpec } from "./topic";

/** The clusters a mesh lives in, and what its members share. */
export interface MeshClustersSpec {
  /**
   * The Pulsar clusters, by a name of yours.
   * @plain
   */
  readonly pulsar: Readonly<Record<string, PulsarClusterSpec>>;
  /**
   * The Kubernetes clusters, by a name of yours. An entry uses the entry of `pulsar` with the same key unless it says otherwise.
   * @plain
   */
  readonly kubernetes: Readonly<Record<string, KubernetesClusterSpec>>;
  /**
   * What members do not state themselves.
   * @plain
   */
  readonly defaults?: DefaultsSpec;
  /**
   * Tenants that the mesh creates and owns, by name. Any other tenant a member names must exist.
   * @plain
   */
  readonly tenants?: Readonly<Record<string, TenantSpec>>;
  /**
   * Pulsar namespaces that the mesh creates and owns, by `<tenant>/<namespace>`. Any other namespace a member names must exist.
   * @plain
   */
  readonly namespaces?: Readonly<Record<string, NamespaceSpec>>;
  /**
   * Settings of topics, by name. Topics that members name are created and owned by the mesh without an entry here.
   * @plain
   */
  readonly topics?: Readonly<Record<string, TopicSpec>>;
  /**
   * How the members' Kubernetes objects are called: `stable` names follow from the mesh's and the member's and stay; `unique`
   * ones end in letters of their own, made by the random package. A change that a live workload cannot take (of its volumes, or
   * its Kubernetes namespace) then starts the new workload before the old one stops, but leaves the volumes behind.
   * @default "stable"
   * @plain
   */
  readonly naming?: NamingPolicy;
  /**
   * How strictly the mesh is checked.
   * @plain
   */
  readonly validation?: ValidationSpec;
}

/** How Kubernetes objects are called. */
export type NamingPolicy = "stable" | "unique";

/** A function mesh: sources, functions and sinks wired by topics, over one or many Kubernetes and Pulsar clusters. */
export interface MeshSpec extends MeshClustersSpec {
  /**
   * Sources by key.
   * @plain
   */
  readonly sources?: Readonly<Record<string, SourceSpec>>;
  /**
   * Functions by key.
   * @plain
   */
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  /**
   * Sinks by key.
   * @plain
   */
  readonly sinks?: Readonly<Record<string, SinkSpec>>;
}

/** What members do not state themselves. */
export interface DefaultsSpec {
  /**
   * Key of the entry of `kubernetes` that members run in.
   * @default the only entry of `kubernetes`
   * @plain
   */
  readonly cluster?: string;
  /**
   * Pulsar tenant of members and of short topic names.
   * @default "public"
   * @plain
   */
  readonly tenant?: string;
  /**
   * Pulsar namespace of members and of short topic names.
   * @default "default"
   * @plain
   */
  readonly namespace?: string;
  /** CPU and memory of members that state none. */
  readonly resources?: ResourceRequirements;
  /** Images of members that state none, by runtime. */
  readonly images?: ImagesSpec;
  /**
   * When images are pulled.
   * @default Kubernetes' own: IfNotPresent, or Always for the tag `latest`
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * What the images can do.
   * @plain
   */
  readonly runner?: RunnerSpec;
  /**
   * Environment variables of every container of every member, but the `pod.initContainers`; what a container states itself wins.
   * @plain
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Pod settings. A member's own labels, annotations and node labels are added and win; its tolerations and pull secrets are
   * added; anything else holds where the member states none.
   */
  readonly pod?: PodDefaultsSpec;
  /** How `pulumi up` waits for members that do not say it themselves. */
  readonly rollout?: RolloutSpec;
}

/** Images by runtime. */
export interface ImagesSpec {
  /**
   * Image of functions in Java, sources and sinks.
   * @default "apachepulsar/pulsar:4.0.8"
   */
  readonly java?: string;
  /**
   * Image of functions in Python.
   * @default "apachepulsar/pulsar:4.0.8"
   */
  readonly python?: string;
  /**
   * Image of functions in Go. It holds the function's own program, unless that is downloaded.
   * @default none
   */
  readonly golang?: string;
  /**
   * Image of functions with a generic instance program.
   * @default none
   */
  readonly generic?: string;
}

/** How strictly a mesh is checked. */
export interface ValidationSpec {
  /**
   * Treat an input that nobody writes and an output that nobody reads as errors.
   * @default false
   * @plain
   */
  readonly strict?: boolean;
  /**
   * Allow members to feed themselves through others.
   * @default false
   * @plain
   */
  readonly allowCycles?: boolean;
}
