import type { NamespaceSpec } from "./namespace";
import type { MeshOwnershipSpec } from "./ownership";
import type { TenantSpec } from "./tenant";

/** A Pulsar namespace as a mesh states it. */
export interface MeshNamespaceSpec extends NamespaceSpec, MeshOwnershipSpec {
  /**
   * The namespace exists already and belongs to somebody else: it is looked up, never created, changed or deleted. Beside it only
   * `replicationClusters` can be stated: where the namespace is replicated to, which is then made sure of.
   * @default false
   * @example true
   * @plain
   */
  readonly external?: boolean;
}

/** A Pulsar tenant as a mesh states it. */
export interface MeshTenantSpec extends TenantSpec, MeshOwnershipSpec {
  /**
   * The tenant exists already and belongs to somebody else: it is looked up, never created, changed or deleted. Nothing else can be
   * stated beside it.
   * @default false
   * @example true
   * @plain
   */
  readonly external?: boolean;
}

/** A namespace of the mesh's own: what it is to be, and what becomes of one that is there. */
export type OwnNamespaceSpec = NamespaceSpec & MeshOwnershipSpec;

/** The same of a tenant. */
export type OwnTenantSpec = TenantSpec & MeshOwnershipSpec;

export const namespaceSettings = (spec: MeshNamespaceSpec): OwnNamespaceSpec => withoutExternal(spec);

export const tenantSettings = (spec: MeshTenantSpec): OwnTenantSpec => withoutExternal(spec);

const withoutExternal = (spec: object): object =>
  Object.fromEntries(Object.entries(spec).filter(([name]) => name !== "external"));
