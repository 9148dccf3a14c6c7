import { type NamespacePolicies } from "../../model/namespace";
import { checkFields } from "../resource/check";
import { requiredText } from "../resource/decode";
import { type Fields } from "../resource/field";
import { pulsarName } from "../resource/field-checks";
import { absent, type LookupFunction } from "./lookup-function";
import { namespaceOf } from "../namespace/namespace-api";
import { readNamespace } from "../namespace/namespace-reading";

/** Looks up a namespace with its policies, and fails where there is none. */
export interface GetNamespaceArgs {
  /**
   * Name of the tenant.
   * @example "retail"
   */
  readonly tenant: string;
  /**
   * Name of the namespace, without its tenant.
   * @example "orders"
   */
  readonly namespace: string;
}

/** A namespace as it is. A policy that is not set is left out; those that only a superuser may read are left out for others. */
export interface GetNamespaceResult extends NamespacePolicies {
  /** Name of the tenant. */
  readonly tenant: string;
  /** Name of the namespace, without its tenant. */
  readonly namespace: string;
  /** The full name: `tenant/namespace`. */
  readonly fullName: string;
  /** Its properties. */
  readonly properties: Readonly<Record<string, string>>;
}

const fields = {
  tenant: { required: true, check: pulsarName },
  namespace: { required: true, check: pulsarName },
} as const satisfies Fields<GetNamespaceArgs>;

export const getNamespace: LookupFunction = {
  token: "function-mesh:pulsar:getNamespace",
  check: (inputs) => checkFields(fields, inputs).failures,
  async find(inputs, admin) {
    const [tenant, namespace] = [requiredText(inputs, "tenant"), requiredText(inputs, "namespace")];
    const name = namespaceOf(`${tenant}/${namespace}`);
    const actual = await readNamespace(admin, name, "readable");
    if (actual === undefined) throw absent(`Namespace ${name.full}`);
    const found: GetNamespaceResult = {
      ...actual.policies,
      tenant,
      namespace,
      fullName: name.full,
      properties: actual.properties,
    };
    return { ...found };
  },
};
