import type { FunctionSpec } from "./function";
import type { ConsumerSpec } from "./input-output";
import type { KubernetesClusterSpec } from "./kubernetes-cluster";
import type { ResourceRequirements } from "./kubernetes-types";
import type { ManifestOrigin } from "./manifest-origin";
import type { ImagePullPolicy } from "./member";
import type { NamingPolicy, StartOrdering } from "./mesh";
import type {
  TenantPlan,
  NamespacePlan,
  RequiredPlan,
  OthersPlan,
  RegistrationPlan,
  TopicPlan,
  SubscriptionPlan,
} from "./plan-pulsar";
import type { PodSpec } from "./pod-spec";
import type { PulsarClusterSpec } from "./pulsar-cluster";
import type { RolloutSpec } from "./rollout";
import type { SinkSpec } from "./sink";
import type { SourceSpec } from "./source";

/**
 * A mesh, worked out: every default filled in, every name derived, every edge found. It says which resources exist and what
 * they are called; it is decided by plain values alone, so preview and update always agree. Texts in it may be placeholders
 * (unknown.ts) where the argument was one.
 */
export interface MeshPlan {
  readonly name: string;
  /** How the objects in Kubernetes are called. */
  readonly naming: NamingPolicy;
  /** In which order members start. */
  readonly ordering: StartOrdering;
  readonly pulsarClusters: readonly PulsarClusterPlan[];
  readonly kubernetesClusters: readonly KubernetesClusterPlan[];
  /** Tenants the mesh owns, in each Pulsar cluster that uses them. */
  readonly tenants: readonly TenantPlan[];
  /** Pulsar namespaces the mesh owns, in each Pulsar cluster that uses them. */
  readonly namespaces: readonly NamespacePlan[];
  /** Tenants and namespaces that must exist already. */
  readonly required: readonly RequiredPlan[];
  /** What belongs to others besides: it is not looked up. */
  readonly others: readonly OthersPlan[];
  /** What has to be replicated between Pulsar clusters, and is. */
  readonly replications: Replications;
  /** Pulsar clusters that the brokers of another one are told of. */
  readonly registrations: readonly RegistrationPlan[];
  /** Topics in use, owned or not, in each Pulsar cluster that uses them. */
  readonly topics: readonly TopicPlan[];
  readonly members: readonly MemberPlan[];
}

/** An entry of `pulsar`. */
export interface PulsarClusterPlan {
  readonly key: string;
  /** Pulumi name of its provider. */
  readonly childName: string;
  /** What the mesh takes for Pulsar's own name of the cluster: the stated one, else the key. */
  readonly clusterName: string;
  /** The same where the mesh says it. The only cluster of a mesh, where its name is not stated, may be called otherwise: its broker knows. */
  readonly ownName?: string;
  readonly spec: PulsarClusterSpec;
}

/** An entry of `kubernetes`. */
export interface KubernetesClusterPlan {
  readonly key: string;
  /** Pulumi name of its provider and of its ClusterIdentity. */
  readonly childName: string;
  readonly kubernetesNamespace: string;
  /** Key of its Pulsar cluster. */
  readonly pulsarCluster: string;
  readonly spec: KubernetesClusterSpec;
}

/** An edge whose ends are in different Pulsar clusters: what is written in one of them has to reach the other one. */
export interface CrossingEdge {
  /** Full name. */
  readonly topic: string;
  readonly writer: MemberPlan;
  readonly reader: MemberPlan;
  /** The writer's Pulsar cluster, by its key. */
  readonly from: string;
  /** The reader's Pulsar cluster, by its key. */
  readonly to: string;
  /** The argument by which the reader names the topic. */
  readonly path: string;
  /** Another resource computes one of the names that it follows from: nothing that the mesh makes follows from it. */
  readonly computed?: true;
}

/** The namespaces of a mesh that are replicated, or have to be. */
export interface Replications {
  /** The edges that cross between Pulsar clusters. */
  readonly crossings: readonly CrossingEdge[];
  /** By `<tenant>/<namespace>`: those among them that need it. */
  readonly edges: ReadonlyMap<string, readonly CrossingEdge[]>;
  /** By `<tenant>/<namespace>`: Pulsar's names of the clusters that it is replicated to, stated or following from edges. */
  readonly clusters: ReadonlyMap<string, readonly string[]>;
  /** By tenant: Pulsar's names of the clusters that it has to allow for what the mesh owns in it. */
  readonly ofTenants: ReadonlyMap<string, readonly string[]>;
}

/** A topic as a member uses it. */
export interface TopicUse {
  /** Full name. */
  readonly name: string;
  /** As the argument states it. */
  readonly text: string;
  readonly persistent: boolean;
  /** The argument that names it. */
  readonly path: string;
  /** Another resource computes the name, known or not: the topic is that resource's. */
  readonly computed?: true;
}

/** A topic or pattern that a member reads, and how. */
export interface InputUse extends TopicUse {
  readonly consumer: ConsumerSpec;
}

interface MemberPlanBase {
  readonly key: string;
  /** Name in Pulsar. */
  readonly name: string;
  /** Pulumi name of the member's component. */
  readonly childName: string;
  /** Where the member stands in the arguments: `functions.enrich`. Empty for a mesh of one. */
  readonly path: string;
  readonly tenant: string;
  readonly pulsarNamespace: string;
  /** Every topic and pattern it states to read, read or not (`readInputs`); of two for one topic the later one counts. */
  readonly inputs: readonly InputUse[];
  /** The topics it reads by name. */
  readonly reads: readonly TopicUse[];
  /** The topics of the mesh that it finds by patterns, other than those. */
  readonly found: readonly TopicUse[];
  readonly writes?: TopicUse;
  readonly logTopic?: TopicUse;
  /** Where messages go that failed too often: stated, or the default name. */
  readonly deadLetterTopic?: TopicUse;
  /** Where messages go that came after their window was closed. */
  readonly lateDataTopic?: TopicUse;
  /** Name of its subscription; absent for sources. */
  readonly subscription?: string;
  /** The subscriptions the member owns: one per persistent topic it reads or finds and Pulsar cluster it runs against, or is replicated to. */
  readonly subscriptions: readonly SubscriptionPlan[];
  readonly places: readonly PlacePlan[];
  /** Container image. */
  readonly image: string;
  readonly imagePullPolicy?: ImagePullPolicy;
  readonly resources: ResourceRequirements;
  /** Settings of its pods, with those of the defaults in them. */
  readonly pod: PodSpec;
  /** Variables of every container of its pods. */
  readonly sharedEnv: Readonly<Record<string, string>>;
  /** How the update waits for it. */
  readonly rollout: RolloutSpec;
  /** What is downloaded before the instance starts; absent where the code is in the image or in a ConfigMap. */
  readonly package?: PackagePlan;
  /** Directory of connectors in the image, where the instance is to be told one. */
  readonly connectorsDirectory?: string;
  /** Present for a member of an operator manifest. */
  readonly origin?: ManifestOrigin;
}

/** A package and the file it becomes. */
export interface PackagePlan {
  /** `function://…`, `source://…`, `sink://…`, `http://…` or `https://…`. */
  readonly location: string;
  /** Absolute path in the container. */
  readonly path: string;
  /** Key of the Pulsar cluster it comes from, where that is not the member's own. */
  readonly pulsarCluster?: string;
  /** An image with Pulsar's tools, where that of the member's runtime has none. */
  readonly toolsImage?: string;
}

export interface FunctionPlan extends MemberPlanBase {
  readonly kind: "function";
  readonly runtime: "java" | "python" | "golang" | "generic";
  readonly spec: FunctionSpec;
}

export interface SourcePlan extends MemberPlanBase {
  readonly kind: "source";
  readonly runtime: "java";
  readonly spec: SourceSpec;
  /** Absent where the image is not said to have it (FM071). */
  readonly connector?: ConnectorPlan;
}

export interface SinkPlan extends MemberPlanBase {
  readonly kind: "sink";
  readonly runtime: "java";
  readonly spec: SinkSpec;
  /** Absent where the image is not said to have it (FM071). */
  readonly connector?: ConnectorPlan;
}

/** A connector found in the image. */
export interface ConnectorPlan {
  readonly path: string;
  readonly className: string;
}

export type MemberPlan = FunctionPlan | SourcePlan | SinkPlan;

/** One Kubernetes cluster a member runs in. */
export interface PlacePlan {
  /** Key of the Kubernetes cluster. */
  readonly cluster: string;
  readonly pulsarCluster: string;
  readonly kubernetesNamespace: string;
  /** Pulumi name of the objects here: the member's for its first place, with `-<cluster>` appended for further ones. */
  readonly childName: string;
  /**
   * Name of the StatefulSet and of what scales it. It follows from the name of the place, so that no place ever takes over the objects of
   * another one that is deleted with the same change.
   */
  readonly objectName: string;
  /** Name of the headless Service. */
  readonly serviceName: string;
  readonly standby: boolean;
  /** Its Kubernetes cluster is left behind: there is nothing in it any more. */
  readonly abandoned?: true;
}
