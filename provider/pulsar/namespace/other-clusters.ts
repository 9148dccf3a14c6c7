import { errorMessage } from "../../model/error-message";
import { type AdminClient } from "../admin/client";
import { isNotFound } from "../admin/error";
import { localCluster } from "../lookup";
import { textsOf } from "../resource/decode";
import { type NamespaceName, writePolicy } from "./namespace-api";
import { type PolicyWrite } from "./namespace-policy-requests";
import { readNamespace } from "./namespace-reading";

/**
 * A namespace that is replicated, or may be, can be deleted nowhere: this leaves it in the local cluster alone. The other clusters
 * keep their copies. Gives what was written, with the values before.
 */
export async function leaveOtherClusters(admin: AdminClient, name: NamespaceName): Promise<readonly PolicyWrite[]> {
  const actual = await readNamespace(admin, name);
  if (actual === undefined) return [];
  const { replicationClusters } = actual;
  const allowedClusters = textsOf(actual.policies["allowedClusters"]);
  // None at all is what a create with allowed clusters alone leaves, and cannot be deleted either.
  const isReplicated = replicationClusters.length !== 1;
  const isAllowed = allowedClusters.length > 1;
  if (!isReplicated && !isAllowed) return [];
  const after = isReplicated ? [await localCluster(admin)] : replicationClusters;
  const writes = [
    ...(isReplicated ? [{ field: "replicationClusters", before: replicationClusters, after }] : []),
    ...(isAllowed ? [{ field: "allowedClusters", before: allowedClusters, after }] : []),
  ];
  for (const write of writes) await writePolicy(admin, name, write);
  return writes;
}

/** Deletes a namespace that has left the other clusters. Where the delete fails, it is in them again. */
export async function withoutOtherClusters(
  admin: AdminClient,
  name: NamespaceName,
  deleteNamespace: () => Promise<void>,
): Promise<void> {
  const writes = await leaveOtherClusters(admin, name);
  try {
    await deleteNamespace();
  } catch (error) {
    if (isNotFound(error)) throw error;
    throw await goBack(admin, name, writes).then(
      () => error,
      (failure: unknown) =>
        new Error(
          `${errorMessage(error)} Its clusters were not set back, which an update of the namespace does: ${errorMessage(failure)}`,
        ),
    );
  }
}

/** In the other order: all that a namespace is replicated to has to be allowed. */
async function goBack(admin: AdminClient, name: NamespaceName, writes: readonly PolicyWrite[]): Promise<void> {
  for (const { field, before, after } of [...writes].reverse()) {
    await writePolicy(admin, name, { field, before: after, after: before });
  }
}
