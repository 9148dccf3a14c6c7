import { type AdminClient } from "../admin/client";
import { AdminError, unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { recordOf, textOf, textsOf } from "../resource/decode";
import { eachOf, everyNamespace, listTenants } from "../namespace/every-namespace";
import { listClusters } from "../lookup";
import { type Properties } from "../resource/resource";

/** Which lists of an object name clusters, and what they are called here. */
type Lists = Readonly<Record<string, string>>;

const ofCluster: Lists = { peerClusterNames: "peerClusterNames" };
const ofTenant: Lists = { allowedClusters: "allowedClusters" };
const ofNamespace: Lists = { replication_clusters: "replicationClusters", allowed_clusters: "allowedClusters" };

/** Who still names a cluster, one text each. The broker itself asks nobody before it deletes one. */
export async function clusterUsers(admin: AdminClient, cluster: string): Promise<readonly string[]> {
  const others = (await listClusters(admin)).filter((name) => name !== cluster);
  const tenants = await listTenants(admin);
  const found = await Promise.all([
    eachOf(others, async (name) =>
      userText(`cluster ${name}`, await read(admin, "clusters", name), ofCluster, cluster),
    ),
    eachOf(tenants, async (name) => userText(`tenant ${name}`, await read(admin, "tenants", name), ofTenant, cluster)),
    everyNamespace(admin, tenants).then((all) =>
      all.map(({ name, body }) => userText(`namespace ${name.full}`, body, ofNamespace, cluster)),
    ),
  ]);
  return found.flat().flatMap((text) => text ?? []);
}

async function read(admin: AdminClient, kind: string, name: string): Promise<Properties> {
  const request = { method: "GET", path: adminPath(kind, name), purpose: `read ${kind.slice(0, -1)} ${name}` } as const;
  return recordOf((await unlessNotFound(admin.send(request)))?.json());
}

function userText(who: string, body: Properties, lists: Lists, cluster: string): string | undefined {
  const naming = Object.entries(lists).filter(([key]) => textsOf(body[key]).includes(cluster));
  return naming.length === 0 ? undefined : `${who} (${naming.map(([, field]) => field).join(", ")})`;
}

/** The name of the cluster that the brokers are of, by their own settings; as the program states it where those are not told. */
export async function ownCluster(admin: AdminClient): Promise<string | undefined> {
  const path = adminPath("brokers", "configuration", "runtime");
  try {
    const response = await admin.send({ method: "GET", path, purpose: "read the settings of the broker" });
    return textOf(recordOf(response.json())["clusterName"]) ?? admin.clusterName;
  } catch (error) {
    if (!(error instanceof AdminError) || error.kind !== "status") throw error;
    return admin.clusterName;
  }
}
