/** Settings of a Pulsar tenant. */
export interface TenantSpec {
  /**
   * Roles that may administer the tenant.
   * @default none
   */
  readonly adminRoles?: readonly string[];
  /**
   * Names of the Pulsar clusters that the tenant's namespaces may live in.
   * @default the cluster's own name
   */
  readonly allowedClusters?: readonly string[];
}
