import { type AdminClient } from "../admin/client";
import { AdminError, unlessNotFound } from "../admin/error";
import { recordOf, textRecordOf, textsOf } from "../resource/decode";
import { localCluster } from "../lookup";
import { type NamespaceName, namespacePath } from "./namespace-api";
import { isOfSeveralClusters, policiesOf } from "./namespace-body";
import { namespacePolicies } from "./namespace-policies";
import { stampKey, withoutStamp } from "../resource/ownership";
import { decoded } from "../forms/policy-form";
import { type Properties } from "../resource/resource";

export interface ActualNamespace {
  /** One entry for each policy that was read; `undefined` where it is not set. */
  readonly policies: Properties;
  /** Those of others too, without our mark. */
  readonly properties: Readonly<Record<string, string>>;
  readonly stamp: string | undefined;
  readonly replicationClusters: readonly string[];
}

/** Policies that the namespace's body lacks: each takes a call of its own. */
const apart = Object.entries(namespacePolicies).filter(([, { key }]) => key === undefined);

/** Which policies are read that take a call of their own: those with a value here, or all that one is allowed to read. */
export type ApartPolicies = Properties | "readable";

/** The whole namespace in one call, and one more for each policy that its body lacks and that is asked for. */
export async function readNamespace(
  admin: AdminClient,
  name: NamespaceName,
  asked: ApartPolicies = {},
): Promise<ActualNamespace | undefined> {
  const purpose = `read namespace ${name.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: namespacePath(name), purpose }));
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  const cluster = isOfSeveralClusters(body) ? await localCluster(admin) : admin.clusterName;
  const properties = textRecordOf(body["properties"]);
  return {
    policies: { ...policiesOf(body, cluster), ...(await readApart(admin, name, asked)) },
    properties: withoutStamp(properties),
    stamp: properties[stampKey],
    replicationClusters: textsOf(body["replication_clusters"]),
  };
}

async function readApart(admin: AdminClient, name: NamespaceName, asked: ApartPolicies): Promise<Properties> {
  const rows = apart.filter(([field]) => asked === "readable" || asked[field] !== undefined);
  const read = rows.map(async ([field, policy]) => {
    const path = namespacePath(name, ...policy.path.split("/"));
    const purpose = `read ${field} of namespace ${name.full}`;
    const answer = unlessNotFound(admin.send({ method: "GET", path, purpose }));
    const response = await (asked === "readable" ? answer.catch(undefinedIfForbidden) : answer);
    return [field, decoded(policy, response?.json())] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

function undefinedIfForbidden(error: unknown): undefined {
  if (!(error instanceof AdminError) || (error.status !== 401 && error.status !== 403)) throw error;
}
