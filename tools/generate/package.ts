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
  readonly outputs: TypeLocation;
  readonly isComponent?: true;
}

/** A lookup of the package. */
export interface FunctionRow {
  readonly description: string;
  readonly arguments: TypeLocation;
  readonly outputs: TypeLocation;
}

export const packageName = "function-mesh";

const model = (file: string, type: string): TypeLocation => ({ file: `provider/model/${file}`, type });

/** The arguments of the provider, which are its configuration too. */
export const providerArguments: TypeLocation = model("pulsar-cluster.ts", "PulsarClusterSpec");
export const providerDescription =
  "Administers one Pulsar cluster. Resources of a function mesh get a provider for each of the mesh's Pulsar clusters by themselves.";

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
