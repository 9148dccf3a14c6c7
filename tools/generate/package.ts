/** An interface of the sources. */
export interface TypeLocation {
  readonly file: string;
  readonly type: string;
}

/** A resource of the package and the interfaces it is generated from. */
export interface ResourceRow {
  readonly description: string;
  readonly arguments: TypeLocation;
  /** For a component all its outputs; for any other resource what it has beside its arguments. */
  readonly outputs?: TypeLocation;
  readonly isComponent?: true;
}

/** A lookup of the package. */
export interface FunctionRow {
  readonly description: string;
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

const madeByMesh = "Meshes make it themselves.";

export const resources: Readonly<Record<string, ResourceRow>> = {
  "index:FunctionMesh": {
    description:
      "A function mesh: sources, functions and sinks wired by topics, over one or many Kubernetes and Pulsar clusters. It is checked as a graph before anything is made.",
    arguments: model("mesh.ts", "MeshSpec"),
    outputs: model("outputs.ts", "MeshOutputs"),
    isComponent: true,
  },
  "index:Function": {
    description: "A mesh of one function: reads topics, runs your code on each message, writes the results to a topic.",
    arguments: model("single-member.ts", "SingleFunctionSpec"),
    outputs: model("outputs.ts", "SingleMemberOutputs"),
    isComponent: true,
  },
  "index:Source": {
    description: "A mesh of one source: a connector that brings messages from outside into a topic.",
    arguments: model("single-member.ts", "SingleSourceSpec"),
    outputs: model("outputs.ts", "SingleMemberOutputs"),
    isComponent: true,
  },
  "index:Sink": {
    description: "A mesh of one sink: a connector that carries messages from topics to the outside.",
    arguments: model("single-member.ts", "SingleSinkSpec"),
    outputs: model("outputs.ts", "SingleMemberOutputs"),
    isComponent: true,
  },
  "index:Rollout": {
    description: `Waits until a member truly works: its pods ready on the new template, its instances attached to their topics. ${madeByMesh}`,
    arguments: internal("rollout.ts", "RolloutArgs"),
    outputs: internal("rollout.ts", "RolloutOutputs"),
  },
  "index:Topology": {
    description: `The mesh as worked out, so that a preview says in words what changes. ${madeByMesh}`,
    arguments: internal("topology.ts", "TopologyArgs"),
  },
  "index:ClusterIdentity": {
    description: `Makes sure, before anything is written to a Kubernetes cluster, that a kubeconfig leads to the cluster it should. ${madeByMesh}`,
    arguments: internal("cluster-identity.ts", "ClusterIdentityArgs"),
    outputs: internal("cluster-identity.ts", "ClusterIdentityOutputs"),
  },
  "pulsar:Tenant": {
    description: "A Pulsar tenant. Its id, and what an import takes, is the tenant's name.",
    arguments: pulsar("tenant.ts", "TenantArgs"),
  },
  "pulsar:Namespace": {
    description:
      "A Pulsar namespace with its policies. Its id, and what an import takes, is `<tenant>/<namespace>`. Policies that are left out are not managed.",
    arguments: pulsar("namespace.ts", "NamespaceArgs"),
    outputs: pulsar("namespace.ts", "NamespaceOutputs"),
  },
};

export const functions: Readonly<Record<string, FunctionRow>> = {};

/** The part of the schema that says how the package presents itself. */
export const packageHead = {
  displayName: "Function Mesh",
  keywords: ["pulsar", "kubernetes", "streaming", "category/infrastructure", "kind/component"],
  license: "Apache-2.0",
} as const;

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
    importBasePath: "github.com/function-mesh/pulumi-function-mesh/sdk/go/functionmesh",
    respectSchemaVersion: true,
  },
} as const;
