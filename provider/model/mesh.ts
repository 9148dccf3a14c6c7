import type { FunctionSpec } from "./function";
import type { KubernetesClusterSpec } from "./kubernetes-cluster";
import type { ResourceRequirements } from "./kubernetes-types";
import type { ImagePullPolicy } from "./member";
import type { RolloutSpec } from "./rollout";
import type { RunnerSpec } from "./runner";
import type { MeshNamespaceSpec, MeshTenantSpec } from "./mesh-namespace";
import type { PulsarClusterSpec } from "./pulsar-cluster";
import type { PodDefaultsSpec } from "./pod-spec";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";
import type { TopicSpec } from "./topic";

/** The clusters a mesh lives in, and what its members share. */
export interface MeshClustersSpec {
  /**
   * The Pulsar clusters, by a name of yours.
   * @example { "east": { "adminUrl": "https://admin.east.example.org:8443", "serviceUrl": "pulsar+ssl://broker.east.example.org:6651" } }
   * @plain
   */
  readonly pulsar: Readonly<Record<string, PulsarClusterSpec>>;
  /**
   * The Kubernetes clusters, by a name of yours. An entry uses the entry of `pulsar` with the same key unless it says otherwise.
   * @example { "east": { "kubeconfig": "~/.kube/east", "namespace": "streaming" } }
   * @plain
   */
  readonly kubernetes: Readonly<Record<string, KubernetesClusterSpec>>;
  /**
   * What members do not state themselves: tenant, namespace, images, sizes, pod settings.
   * @default none: each field of it has its own default
   * @example { "tenant": "retail", "namespace": "orders" }
   * @plain
   */
  readonly defaults?: DefaultsSpec;
  /**
   * Tenants that the mesh creates and owns, by name. Any other tenant a member names must exist; `external: true` may say so.
   * @default none
   * @example { "retail": { "adminRoles": ["retail-admin"] } }
   * @plain
   */
  readonly tenants?: Readonly<Record<string, MeshTenantSpec>>;
  /**
   * Pulsar namespaces that the mesh creates and owns, by `<tenant>/<namespace>`. Any other namespace a member names must exist;
   * `external: true` may say so. A namespace that edges of the mesh cross between Pulsar clusters is replicated to them.
   * @default none
   * @example { "retail/orders": { "retention": { "minutes": 1440, "size": "10Gi" } } }
   * @plain
   */
  readonly namespaces?: Readonly<Record<string, MeshNamespaceSpec>>;
  /**
   * Settings of topics, by name. Topics that members name are created and owned by the mesh without an entry here.
   * @default none
   * @example { "clicks": { "partitions": 8 }, "persistent://shop/web/visits": { "external": true } }
   * @plain
   */
  readonly topics?: Readonly<Record<string, TopicSpec>>;
  /**
   * How the members' Kubernetes objects are called: `stable` names follow from the mesh's and the member's and stay; `unique`
   * ones end in letters of their own, made by the random package. A change that a live workload cannot take (of its volumes, or
   * its Kubernetes namespace) then starts the new workload before the old one stops, but leaves the volumes behind.
   * @default "stable"
   * @example "unique"
   * @plain
   */
  readonly naming?: NamingPolicy;
  /**
   * In which order members start: all in `parallel`, since topics and subscriptions are there before any of them; or `consumersFirst`,
   * so that a member starts when those work that read what it writes, and stops before them. Members that are in a cycle with each
   * other do not wait for each other.
   * @default "parallel"
   * @example "consumersFirst"
   * @plain
   */
  readonly ordering?: StartOrdering;
  /**
   * How strictly the mesh is checked before anything is made.
   * @default none: each field of it has its own default
   * @example { "strict": true }
   * @plain
   */
  readonly validation?: ValidationSpec;
}

/** How Kubernetes objects are called. */
export type NamingPolicy = "stable" | "unique";

/** In which order members start. */
export type StartOrdering = "parallel" | "consumersFirst";

/** A function mesh: sources, functions and sinks wired by topics, over one or many Kubernetes and Pulsar clusters. */
export interface MeshSpec extends MeshClustersSpec {
  /**
   * Sources, by a key of yours, which becomes the source's name.
   * @default none
   * @example { "lines": { "connector": "builtin://file", "output": { "topic": "lines" } } }
   * @plain
   */
  readonly sources?: Readonly<Record<string, SourceSpec>>;
  /**
   * Functions, by a key of yours, which becomes the function's name.
   * @default none
   * @example { "enrich": { "className": "enrich.Enrich", "python": { "py": "/pulsar/functions/enrich.py" }, "input": { "topics": ["lines"] } } }
   * @plain
   */
  readonly functions?: Readonly<Record<string, FunctionSpec>>;
  /**
   * Sinks, by a key of yours, which becomes the sink's name.
   * @default none
   * @example { "store": { "connector": "builtin://jdbc-postgres", "input": { "topics": ["enriched"] } } }
   * @plain
   */
  readonly sinks?: Readonly<Record<string, SinkSpec>>;
}

/** What members do not state themselves. */
export interface DefaultsSpec {
  /**
   * Key of the entry of `kubernetes` that members run in.
   * @default the only entry of `kubernetes`
   * @example "east"
   * @plain
   */
  readonly cluster?: string;
  /**
   * Pulsar tenant of members and of short topic names.
   * @default "public"
   * @example "retail"
   * @plain
   */
  readonly tenant?: string;
  /**
   * Pulsar namespace of members and of short topic names.
   * @default "default"
   * @example "orders"
   * @plain
   */
  readonly namespace?: string;
  /**
   * CPU and memory of members that state none.
   * @default requests of 100m CPU, and of memory 512Mi for Java (at most 1Gi), 128Mi for Python and generic programs (at most
   * 512Mi), 64Mi for Go (at most 256Mi)
   * @example { "requests": { "cpu": "200m", "memory": "1Gi" }, "limits": { "memory": "1Gi" } }
   */
  readonly resources?: ResourceRequirements;
  /**
   * Images of members that state none, by runtime.
   * @default none: each field of it has its own default
   * @example { "java": "registry.example.org/pulsar-all:4.0.8" }
   */
  readonly images?: ImagesSpec;
  /**
   * When images are pulled.
   * @default Kubernetes' own: IfNotPresent, or Always for the tag `latest`
   * @example "Always"
   */
  readonly imagePullPolicy?: ImagePullPolicy;
  /**
   * What the images can do: which connectors they contain.
   * @default none: no connectors
   * @example { "connectors": { "file": { "path": "/pulsar/connectors/pulsar-io-file-4.0.8.nar", "className": "org.apache.pulsar.io.file.FileSource" } } }
   * @plain
   */
  readonly runner?: RunnerSpec;
  /**
   * Environment variables of every container of every member, but the `pod.initContainers`; what a container states itself wins.
   * @default none
   * @example { "TZ": "UTC" }
   * @plain
   */
  readonly env?: Readonly<Record<string, string>>;
  /**
   * Pod settings. A member's own labels, annotations and node labels are added and win; its tolerations and pull secrets are
   * added; anything else holds where the member states none.
   * @default none: each field of it has its own default
   * @example { "labels": { "team": "retail" } }
   */
  readonly pod?: PodDefaultsSpec;
  /**
   * How `pulumi up` waits for members that do not say it themselves.
   * @default none: each field of it has its own default
   * @example { "timeoutSeconds": 600 }
   */
  readonly rollout?: RolloutSpec;
}

/** Images by runtime. */
export interface ImagesSpec {
  /**
   * Image of functions in Java, sources and sinks.
   * @default "apachepulsar/pulsar:4.0.8"
   * @example "registry.example.org/pulsar-all:4.0.8"
   */
  readonly java?: string;
  /**
   * Image of functions in Python.
   * @default "apachepulsar/pulsar:4.0.8"
   * @example "registry.example.org/pulsar-all:4.0.8"
   */
  readonly python?: string;
  /**
   * Image of functions in Go. It holds the function's own program, unless that is downloaded.
   * @default none: a function in Go states its image
   * @example "registry.example.org/enrich:1.2"
   */
  readonly golang?: string;
  /**
   * Image of functions with a generic instance program.
   * @default none: such a function states its image
   * @example "registry.example.org/generic-runner:1.2"
   */
  readonly generic?: string;
}

/** How strictly a mesh is checked. */
export interface ValidationSpec {
  /**
   * Treat an input that nobody writes and an output that nobody reads as errors.
   * @default false
   * @example true
   * @plain
   */
  readonly strict?: boolean;
  /**
   * Allow members to feed themselves through others.
   * @default false
   * @example true
   * @plain
   */
  readonly allowCycles?: boolean;
}
