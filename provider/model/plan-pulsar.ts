import type { OnDelete } from "./ownership";
import type { OwnNamespaceSpec, OwnTenantSpec } from "./mesh-namespace";
import type { SchemaSpec } from "./schema";
import type { SubscriptionPosition } from "./reader";
import type { TopicSpec } from "./topic";

export interface TenantPlan {
  readonly childName: string;
  /** Its clusters follow from the mesh, and are not all that a tenant which exists already may have. */
  readonly keepsFoundClusters?: true;
  readonly pulsarCluster: string;
  readonly tenant: string;
  readonly spec: OwnTenantSpec;
}

export interface NamespacePlan {
  readonly childName: string;
  /** Its clusters follow from the mesh, and are not all that a namespace which exists already may have. */
  readonly keepsFoundClusters?: true;
  readonly pulsarCluster: string;
  readonly tenant: string;
  readonly pulsarNamespace: string;
  readonly spec: OwnNamespaceSpec;
}

export interface RequiredPlan {
  readonly kind: "tenant" | "namespace";
  readonly pulsarCluster: string;
  /** `<tenant>` or `<tenant>/<namespace>`. */
  readonly name: string;
  /** The argument that names it. */
  readonly path: string;
  /** Pulsar's names of the clusters that the namespace has to be replicated to, or that the tenant has to allow. */
  readonly clusters: readonly string[];
}

/** Something that is said to be others', or that another resource of the program makes. */
export interface OthersPlan {
  readonly kind: "tenant" | "namespace" | "topic";
  readonly pulsarCluster: string;
  /** `<tenant>`, `<tenant>/<namespace>` or the full name of a topic. */
  readonly name: string;
}

/** A Pulsar cluster that the brokers of another one replicate to, and have to know for that. */
export interface RegistrationPlan {
  readonly childName: string;
  /** Key of the Pulsar cluster whose brokers are told. */
  readonly pulsarCluster: string;
  /** Key of the Pulsar cluster that they are told of. */
  readonly peer: string;
}

export interface TopicPlan {
  readonly childName: string;
  /** What programs find the topic by: its short name, after its tenant and namespace where these are not the defaults'. */
  readonly label: string;
  readonly pulsarCluster: string;
  /** Full name: `persistent://tenant/namespace/topic`; a placeholder where another resource computes it. */
  readonly name: string;
  readonly persistent: boolean;
  /** True when the mesh creates and deletes it. */
  readonly owned: boolean;
  /** True where its messages are replicated to another Pulsar cluster of the mesh. */
  readonly replicated?: true;
  readonly spec: TopicSpec;
  /** The schema to register before any member starts: stated, or following from a type class on either side. */
  readonly schema?: SchemaSpec;
}

export interface SubscriptionPlan {
  readonly childName: string;
  readonly pulsarCluster: string;
  readonly topic: string;
  readonly subscription: string;
  readonly position: SubscriptionPosition;
  /** What becomes of it, and of what waits in it, when the member goes; a placeholder where the topic's entry computes it. */
  readonly onDelete: OnDelete;
  /** Brokers tell those of the other Pulsar clusters how far it was read. */
  readonly replicated?: true;
}
