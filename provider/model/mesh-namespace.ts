import type { NamespaceSpec } from "./namespace";
import type { TenantSpec } from "./tenant";

/** A Pulsar namespace as a mesh states it. */
export interface MeshNamespaceSpec extends NamespaceSpec {
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
export interface MeshTenantSpec extends TenantSpec {
  /**
   * The tenant exists already and belongs to somebody else: it is looked up, never created, changed or deleted. Nothing else can be
   * stated beside it.
   * @default false
   * @example true
   * @plain
   */
  readonly external?: boolean;
}

/** What the namespace itself is to be. */
export const namespaceSettings = (spec: MeshNamespaceSpec): NamespaceSpec => withoutExternal(spec);

/** What the tenant itself is to be. */
export const tenantSettings = (spec: MeshTenantSpec): TenantSpec => withoutExternal(spec);

const withoutExternal = (spec: object): object =>
  Object.fromEntries(Object.entries(spec).filter(([name]) => name !== "external"));
