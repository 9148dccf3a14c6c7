import type { Json } from "./json";

/** What a function mesh tells about itself. */
export interface MeshOutputs {
  /** The members, by key. */
  readonly members: Readonly<Record<string, MemberOutput>>;
  /**
   * Full names of the topics in use, by their short names. Those of another tenant or namespace than the defaults' stand
   * under `<tenant>-<namespace>-<topic>`.
   */
  readonly topics: Readonly<Record<string, string>>;
  /** The mesh as a graph: its `members`, its `topics`, and the `edges` between them, without secrets. */
  readonly topology: Json;
  /** The mesh as a Mermaid diagram. */
  readonly diagram: string;
}

/** What a mesh of one member tells about itself. */
export interface SingleMemberOutputs {
  /** The member. */
  readonly member: MemberOutput;
  /**
   * Full names of the topics in use, by their short names. Those of another tenant or namespace than the defaults' stand
   * under `<tenant>-<namespace>-<topic>`.
   */
  readonly topics: Readonly<Record<string, string>>;
  /** The mesh as a graph: its one of `members`, its `topics`, and the `edges` between them, without secrets. */
  readonly topology: Json;
  /** The mesh as a Mermaid diagram. */
  readonly diagram: string;
}

/** A member, and where it runs. */
export interface MemberOutput {
  /** Name of the member in Pulsar. */
  readonly name: string;
  /** `function`, `source` or `sink`. */
  readonly kind: string;
  /** Name of its subscription; a source has none. */
  readonly subscription?: string;
  /** The places it runs in. */
  readonly places: readonly PlaceOutput[];
}

/** A Kubernetes cluster that a member runs in. */
export interface PlaceOutput {
  /** Key of the entry of `kubernetes`. */
  readonly cluster: string;
  /** Kubernetes namespace of the member's objects. */
  readonly kubernetesNamespace: string;
  /** Name of the StatefulSet. */
  readonly statefulSet: string;
  /** Name of the headless Service. */
  readonly service: string;
  /** Key of the entry of `pulsar` the member uses here. */
  readonly pulsarCluster: string;
}
