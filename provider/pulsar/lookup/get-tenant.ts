import { unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { checkFields } from "../resource/check";
import { recordOf, requiredText, textsOf } from "../resource/decode";
import { type Fields } from "../resource/field";
import { pulsarName } from "../resource/field-checks";
import { absent, type LookupFunction } from "./lookup-function";

/** Looks up a tenant, and fails where there is none. */
export interface GetTenantArgs {
  /**
   * Name of the tenant.
   * @example "retail"
   */
  readonly tenant: string;
}

/** A tenant as it is. */
export interface GetTenantResult {
  /** Name of the tenant. */
  readonly tenant: string;
  /** Roles that may administer it. */
  readonly adminRoles: readonly string[];
  /** Names of the Pulsar clusters that its namespaces may live in. */
  readonly allowedClusters: readonly string[];
  /** Its namespaces, as `tenant/namespace`. */
  readonly namespaces: readonly string[];
}

const fields = { tenant: { required: true, check: pulsarName } } as const satisfies Fields<GetTenantArgs>;

export const getTenant: LookupFunction = {
  token: "function-mesh:pulsar:getTenant",
  check: (inputs) => checkFields(fields, inputs).failures,
  async find(inputs, admin) {
    const tenant = requiredText(inputs, "tenant");
    const purpose = `look up tenant ${tenant}`;
    const look = (path: string) => unlessNotFound(admin.send({ method: "GET", path, purpose }));
    const response = await look(adminPath("tenants", tenant));
    if (response === undefined) throw absent(`Tenant ${tenant}`);
    const { adminRoles, allowedClusters } = recordOf(response.json());
    const namespaces = await look(adminPath("namespaces", tenant));
    const found: GetTenantResult = {
      tenant,
      adminRoles: [...textsOf(adminRoles)].sort(),
      allowedClusters: [...textsOf(allowedClusters)].sort(),
      namespaces: [...textsOf(namespaces?.json())].sort(),
    };
    return { ...found };
  },
};
