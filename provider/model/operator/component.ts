import type { FunctionManifest, SinkManifest, SourceManifest } from "./shape/component-shapes";

interface ComponentBase {
  /** `function/enrich`: unique in its Kubernetes namespace. */
  readonly key: string;
  /** Name of the operator's object: `metadata.name`, or `<mesh>-<entry>`. */
  readonly componentName: string;
  /** Name in Pulsar where the manifest states none. */
  readonly ownName: string;
  readonly kubernetesNamespace: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  /** Where its fields stand in the document: `spec`, or `spec.functions[1]`. */
  readonly path: string;
  /** Where its name stands. */
  readonly namePath: string;
  /** Which of the documents it is in, from 0. */
  readonly document: number;
  /** True for an entry of a FunctionMesh. */
  readonly isEntry: boolean;
}

/** A function, source or sink of the operator, as a manifest states it. */
export type Component = ComponentBase &
  (
    | { readonly kind: "function"; readonly spec: FunctionManifest }
    | { readonly kind: "source"; readonly spec: SourceManifest }
    | { readonly kind: "sink"; readonly spec: SinkManifest }
  );
