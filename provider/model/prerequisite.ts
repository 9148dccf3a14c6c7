/** A tenant or namespace of others that a mesh needs. */
export interface PrerequisiteSpec {
  /**
   * What it is: `tenant` or `namespace`.
   * @example "namespace"
   */
  readonly kind: string;
  /**
   * Its name: `<tenant>` or `<tenant>/<namespace>`.
   * @example "retail/orders"
   */
  readonly name: string;
  /**
   * The argument that names it.
   * @example "functions.enrich.input.topics[0]"
   */
  readonly path: string;
  /**
   * Names of the clusters that a namespace has to be replicated to, or that a tenant has to allow.
   * @example ["pulsar-east", "pulsar-west"]
   */
  readonly clusters: readonly string[];
}

/** A tenant, namespace or topic that belongs to others. */
export interface OthersSpec {
  /**
   * What it is: `tenant`, `namespace` or `topic`.
   * @example "topic"
   */
  readonly kind: string;
  /**
   * Its name: `<tenant>`, `<tenant>/<namespace>` or a full name.
   * @example "persistent://retail/orders/audit"
   */
  readonly name: string;
}
