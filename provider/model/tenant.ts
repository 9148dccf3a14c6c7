/** Settings of a Pulsar tenant. */
export interface TenantSpec {
  /**
   * Roles that may administer the tenant.
   * @default none
   * @example ["retail-admin"]
   */
  readonly adminRoles?: readonly string[];
  /**
   * Names of the Pulsar clusters that the tenant's namespaces may live in.
   * @default the cluster's own name
   * @example ["pulsar-east", "pulsar-west"]
   */
  readonly allowedClusters?: readonly string[];
}
