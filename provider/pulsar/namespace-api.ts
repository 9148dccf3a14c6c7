import { isPulsarName } from "../model/topic-name";
import { type AdminClient } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { recordOf, textRecordOf, textsOf } from "./decode";
import { localCluster } from "./lookup";
import { decodePolicy, encodePolicy, namespacePolicies } from "./namespace-policies";
import { stampKey } from "./ownership";
import { type Properties } from "./resource";

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

export interface ActualNamespace {
  /** One entry for each policy we know; `undefined` where it is not set. */
  readonly policies: Properties;
  readonly properties: Readonly<Record<string, string>>;
  readonly stamp: string | undefined;
  readonly replicationClusters: readonly string[];
}

/** The whole namespace, in one call. */
export async function readNamespace(admin: AdminClient, name: NamespaceName): Promise<ActualNamespace | undefined> {
  const purpose = `read namespace ${name.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: namespacePath(name), purpose }));
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  const properties = textRecordOf(body["properties"]);
  return {
    policies: Object.fromEntries(
      Object.entries(namespacePolicies).map(([field, policy]) => [field, decodePolicy(policy, body[policy.key])]),
    ),
    properties,
    stamp: properties[stampKey],
    replicationClusters: textsOf(body["replication_clusters"]),
  };
}

/** The body that creates a namespace with every declared policy at once. */
export function creationBody(inputs: Properties, stamp: string): Properties {
  const declared = Object.entries(namespacePolicies).filter(([field]) => inputs[field] !== undefined);
  const policies = declared.map(([field, policy]) => [policy.key, encodePolicy(policy, inputs[field])]);
  return { ...Object.fromEntries(policies), properties: { [stampKey]: stamp } };
}

/** Sets a policy, or with `undefined` gives it back to the broker. */
export async function writePolicy(
  admin: AdminClient,
  name: NamespaceName,
  [field, value]: readonly [string, unknown],
): Promise<void> {
  const policy = Object.entries(namespacePolicies).find(([known]) => known === field)?.[1];
  if (policy === undefined) throw new Error(`${field} is not a policy of a namespace.`);
  const path = namespacePath(name, policy.path);
  if (value !== undefined) {
    const body = encodePolicy(policy, value);
    await admin.send({ method: policy.method, path, body, purpose: `set ${field} of namespace ${name.full}` });
  } else if (policy.unset === "localCluster") {
    const body = [await localCluster(admin)];
    await admin.send({ method: policy.method, path, body, purpose: `reset ${field} of namespace ${name.full}` });
  } else {
    await admin.send({ method: "DELETE", path, purpose: `unset ${field} of namespace ${name.full}` });
  }
}

export async function writeNamespaceStamp(admin: AdminClient, name: NamespaceName, stamp: string): Promise<void> {
  const body = { [stampKey]: stamp };
  await admin.send({
    method: "PUT",
    path: namespacePath(name, "properties"),
    body,
    purpose: `mark namespace ${name.full}`,
  });
}
