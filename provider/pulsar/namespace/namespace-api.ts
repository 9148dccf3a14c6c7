import { isPulsarName } from "../../model/topic-name";
import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { policyRequests, type PolicyWrite } from "./namespace-policy-requests";

/** A namespace's name, taken apart. */
export interface NamespaceName {
  readonly tenant: string;
  readonly pulsarNamespace: string;
  /** `tenant/namespace`. */
  readonly full: string;
}

export function namespaceOf(full: string): NamespaceName {
  const [tenant = "", pulsarNamespace = "", ...more] = full.split("/");
  if (!isPulsarName(tenant) || !isPulsarName(pulsarNamespace) || more.length > 0) {
    throw new Error(`${JSON.stringify(full)} is not the name of a namespace: write tenant/namespace.`);
  }
  return { tenant, pulsarNamespace, full };
}

export const namespacePath = (name: NamespaceName, ...rest: readonly string[]): string =>
  adminPath("namespaces", name.tenant, name.pulsarNamespace, ...rest);

/** Every write to a namespace goes through here, from whichever resource. */
export const seriallyInNamespace = <Result>(
  admin: AdminClient,
  name: NamespaceName,
  action: () => Promise<Result>,
): Promise<Result> => admin.serially(`namespace ${name.full}`, action);

/** Sets a policy, or with `undefined` gives it back to the broker. */
export async function writePolicy(admin: AdminClient, name: NamespaceName, write: PolicyWrite): Promise<void> {
  const purpose = `${write.after === undefined ? "unset" : "set"} ${write.field} of namespace ${name.full}`;
  for (const { path, ...request } of policyRequests(write)) {
    await admin.send({ ...request, path: namespacePath(name, ...path), purpose });
  }
}

/** Adds properties to those that the namespace has. */
export async function mergeNamespaceProperties(
  admin: AdminClient,
  name: NamespaceName,
  properties: Readonly<Record<string, string>>,
): Promise<void> {
  if (Object.keys(properties).length === 0) return;
  const path = namespacePath(name, "properties");
  await admin.send({ method: "PUT", path, body: properties, purpose: `set properties of namespace ${name.full}` });
}

export async function removeNamespaceProperty(admin: AdminClient, name: NamespaceName, key: string): Promise<void> {
  const path = namespacePath(name, "property", key);
  await unlessNotFound(
    admin.send({ method: "DELETE", path, purpose: `remove property ${key} of namespace ${name.full}` }),
  );
}
