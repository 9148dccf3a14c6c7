/** An interface of the sources. */
export interface TypeLocation {
  readonly file: string;
  readonly type: string;
}

/** A resource of the package and the interfaces it is generated from; the doc comment of its arguments describes it. */
export interface ResourceRow {
  readonly arguments: TypeLocation;
  /** For a component all its outputs; for any other resource what it has beside its arguments. */
  readonly outputs?: TypeLocation;
  readonly isComponent?: true;
}

/** A lookup of the package; the doc comment of its arguments describes it. */
export interface FunctionRow {
  readonly arguments: TypeLocation;
  readonly outputs: TypeLocation;
}

export const packageName = "function-mesh";

const inDirectory =
  (directory: string) =>
  (file: string, type: string): TypeLocation => ({ file: `${directory}/${file}`, type });
const model = inDirectory("provider/model");
const pulsar = inDirectory("provider/pulsar");
const internal = inDirectory("provider/pulumi/resources");

/** The arguments of the provider, which are its configuration too. */
export const providerArguments: TypeLocation = model("pulsar-cluster.ts", "PulsarClusterSpec");
export const providerDescription =
  "Administers one Pulsar cluster. Resources of a function mesh get a provider for each of the mesh's Pulsar clusters by themselves.";

export const resources: Readonly<Record<string, ResourceRow>> = {
  "index:FunctionMesh": {
    arguments: model("mesh.ts", "MeshSpec"),
    outputs: model("outputs.ts", "MeshOutputs"),
    isComponent: true,
  },
  "index:Function": {
    arguments: model("single-member.ts", "SingleFunctionSpec"),
    outputs: model("outputs.ts", "SingleMemberOutputs"),
    isComponent: true,
  },
  "index:Source": {
    arguments: model("single-member.ts", "SingleSourceSpec"),
    outputs: model("outputs.ts", "SingleMemberOutputs"),
    isComponent: true,
  },
  "index:Sink": {
    arguments: model("single-member.ts", "SingleSinkSpec"),
    outputs: model("outputs.ts", "SingleMemberOutputs"),
    isComponent: true,
  },
  "index:ConfigFile": {
    arguments: model("config-file.ts", "ConfigFileSpec"),
    outputs: model("config-file.ts", "ConfigFileOutputs"),
    isComponent: true,
  },
  "index:Rollout": {
    arguments: internal("rollout.ts", "RolloutArgs"),
    outputs: internal("rollout.ts", "RolloutOutputs"),
  },
  "index:Scale": {
    arguments: internal("scale.ts", "ScaleArgs"),
    outputs: internal("scale.ts", "ScaleOutputs"),
  },
  "index:Volumes": {
    arguments: internal("volumes.ts", "VolumesArgs"),
    outputs: internal("volumes.ts", "VolumesOutputs"),
  },
  "index:AutoscalerRemoval": { arguments: internal("autoscaler-removal.ts", "AutoscalerRemovalArgs") },
  "index:Topology": { arguments: internal("topology.ts", "TopologyArgs") },
  "index:ClusterIdentity": {
    arguments: internal("cluster-identity.ts", "ClusterIdentityArgs"),
    outputs: internal("cluster-identity.ts", "ClusterIdentityOutputs"),
  },
  "index:TopicReplication": { arguments: pulsar("topic-replication.ts", "TopicReplicationArgs") },
  "index:Prerequisites": { arguments: pulsar("prerequisites.ts", "PrerequisitesArgs") },
  "index:SubscriptionCleanup": { arguments: pulsar("subscription-cleanup.ts", "SubscriptionCleanupArgs") },
  "pulsar:Tenant": { arguments: pulsar("tenant.ts", "TenantArgs") },
  "pulsar:Namespace": {
    arguments: pulsar("namespace/namespace-args.ts", "NamespaceArgs"),
    outputs: pulsar("namespace/namespace-args.ts", "NamespaceOutputs"),
  },
  "pulsar:Topic": {
    arguments: pulsar("topic/topic-args.ts", "TopicArgs"),
    outputs: pulsar("topic/topic-args.ts", "TopicOutputs"),
  },
  "pulsar:Subscription": {
    arguments: pulsar("subscription/subscription-args.ts", "SubscriptionArgs"),
    outputs: pulsar("subscription/subscription-args.ts", "SubscriptionOutputs"),
  },
  "pulsar:Schema": {
    arguments: pulsar("schema/schema-args.ts", "SchemaArgs"),
    outputs: pulsar("schema/schema-args.ts", "SchemaOutputs"),
  },
  "pulsar:Package": {
    arguments: pulsar("package/package-args.ts", "PackageArgs"),
    outputs: pulsar("package/package-args.ts", "PackageOutputs"),
  },
  "pulsar:Permission": { arguments: pulsar("permission/permission-args.ts", "PermissionArgs") },
  "pulsar:SubscriptionPermission": { arguments: pulsar("subscription-permission.ts", "SubscriptionPermissionArgs") },
  "pulsar:ResourceGroup": { arguments: pulsar("resource-group.ts", "ResourceGroupArgs") },
  "pulsar:Cluster": {
    arguments: pulsar("cluster/cluster-args.ts", "ClusterArgs"),
    outputs: pulsar("cluster/cluster-args.ts", "ClusterOutputs"),
  },
};

export const functions: Readonly<Record<string, FunctionRow>> = {
  "pulsar:getTenant": {
    arguments: pulsar("lookup/get-tenant.ts", "GetTenantArgs"),
    outputs: pulsar("lookup/get-tenant.ts", "GetTenantResult"),
  },
  "pulsar:getNamespace": {
    arguments: pulsar("lookup/get-namespace.ts", "GetNamespaceArgs"),
    outputs: pulsar("lookup/get-namespace.ts", "GetNamespaceResult"),
  },
  "pulsar:getTopic": {
    arguments: pulsar("lookup/get-topic.ts", "GetTopicArgs"),
    outputs: pulsar("lookup/get-topic.ts", "GetTopicResult"),
  },
  "pulsar:getSubscription": {
    arguments: pulsar("lookup/get-subscription.ts", "GetSubscriptionArgs"),
    outputs: pulsar("lookup/get-subscription.ts", "GetSubscriptionResult"),
  },
};

/** The part of the schema that says how the package presents itself. */
export const packageHead = {
  displayName: "Function Mesh",
  keywords: ["pulsar", "kubernetes", "streaming", "category/infrastructure", "kind/component"],
  license: "Apache-2.0",
} as const;

const goPackage = "github.com/function-mesh/pulumi-function-mesh/sdk/go/functionmesh";

/** What the SDK generators need to know. */
export const languages = {
  nodejs: {
    packageName: "pulumi-function-mesh",
    respectSchemaVersion: true,
    dependencies: { "@pulumi/pulumi": "^3.142.0" },
    devDependencies: { "@types/node": "^20", typescript: "^5.9.0" },
  },
  python: { packageName: "pulumi_function_mesh", pyproject: { enabled: true }, respectSchemaVersion: true },
  go: {
    importBasePath: goPackage,
    // The generator (pulumi 3.250) writes an enumeration of the root module, seen from another module, with the package's
    // name as it is, and a dash is no Go; this alias of a path that does not exist gives it a name that is.
    packageImportAliases: { [`${goPackage}/${packageName}`]: "functionmesh" },
    respectSchemaVersion: true,
  },
} as const;
