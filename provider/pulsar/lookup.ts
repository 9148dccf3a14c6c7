import { type AdminClient } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { adminPath } from "./admin/request";
import { textsOf } from "./resource/decode";
import { type PulsarTopic, topicPath } from "./topic/topic-path";

export async function tenantExists(admin: AdminClient, tenant: string): Promise<boolean> {
  const purpose = `look up tenant ${tenant}`;
  return (
    (await unlessNotFound(admin.send({ method: "GET", path: adminPath("tenants", tenant), purpose }))) !== undefined
  );
}

export async function namespaceExists(admin: AdminClient, tenant: string, pulsarNamespace: string): Promise<boolean> {
  const path = adminPath("namespaces", tenant, pulsarNamespace);
  const purpose = `look up namespace ${tenant}/${pulsarNamespace}`;
  return (await unlessNotFound(admin.send({ method: "GET", path, purpose }))) !== undefined;
}

/** Names of a topic's subscriptions; `undefined` when the topic does not exist. */
export async function listSubscriptions(
  admin: AdminClient,
  topic: PulsarTopic,
): Promise<readonly string[] | undefined> {
  const purpose = `list the subscriptions of topic ${topic.full}`;
  const response = await unlessNotFound(
    admin.send({ method: "GET", path: topicPath(topic, "subscriptions"), purpose }),
  );
  return response === undefined ? undefined : textsOf(response.json());
}

/** Names of the Pulsar clusters that the broker knows. */
export async function listClusters(admin: AdminClient): Promise<readonly string[]> {
  const response = await admin.send({ method: "GET", path: adminPath("clusters"), purpose: "list the clusters" });
  return textsOf(response.json());
}

/** Pulsar's own name of the cluster: what the program states, else the only cluster that the broker knows. */
export async function localCluster(admin: AdminClient): Promise<string> {
  if (admin.clusterName !== undefined) return admin.clusterName;
  const clusters = (await listClusters(admin)).filter((name) => name !== "global");
  const [only] = clusters;
  if (only !== undefined && clusters.length === 1) return only;
  throw new Error(
    `The broker knows several clusters (${clusters.join(", ")}): state clusterName, or the clusters of the object.`,
  );
}
