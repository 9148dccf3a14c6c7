import { type AdminClient, cancellable } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { clusterUsers, ownCluster } from "./cluster-users";
import { deleteWaitMs, listed, onceUpdated } from "../resource/deletion";
import { type OperationContext, type Properties } from "../resource/resource";
import { tries } from "../resource/tries";

/** Deletes a cluster as soon as nobody names it any more, or at once with force; the brokers' own never. */
export async function deleteCluster(cluster: string, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const isThere = (await unlessNotFound(admin.send({ ...requestOf(cluster), method: "GET" }))) !== undefined;
  if (!isThere) return;
  if ((await ownCluster(admin)) === cluster) {
    throw new Error(
      `Could not delete cluster ${cluster}: the broker is of this cluster, and without it no tenant could be made. ` +
        `Set onDelete to "retain" to leave it: ${onceUpdated}.`,
    );
  }
  if (inputs["shared"] === true) {
    const users = await clusterUsers(admin, cluster);
    if (users.length > 0) {
      context.log("info", `Cluster ${cluster} stays registered: it is named by ${listed(users)}.`);
      return;
    }
  } else if (inputs["onDelete"] !== "force") await waitUntilUnnamed(admin, cluster, { inputs, context });
  await unlessNotFound(admin.send({ ...requestOf(cluster), method: "DELETE" }));
}

const requestOf = (cluster: string): { path: string; purpose: string } => ({
  path: adminPath("clusters", cluster),
  purpose: `delete cluster ${cluster}`,
});

async function waitUntilUnnamed(
  admin: AdminClient,
  cluster: string,
  { inputs, context }: { readonly inputs: Properties; readonly context: OperationContext },
): Promise<void> {
  const [what, waitMs] = [`Cluster ${cluster}`, deleteWaitMs(inputs, context)];
  let users: readonly string[] = [];
  for await (const count of tries({ what, waitMs, signal: context.signal })) {
    users = await clusterUsers(admin, cluster);
    if (users.length === 0) return;
    if (count === 1 && waitMs > 0) context.log("info", `${what} is still in use; waiting up to ${waitMs / 1000} s.`);
  }
  throw new Error(
    `Could not delete cluster ${cluster}: it is named by ${listed(users)}. Take it out there first, or set onDelete to "force" to delete it all the same: ${onceUpdated}.`,
  );
}
