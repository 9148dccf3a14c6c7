import { type AdminClient } from "../admin/client";
import { AdminError } from "../admin/error";
import { textOf } from "../resource/decode";
import { type NamespaceName, namespacePath } from "./namespace-api";

/** True when the broker took the namespace for one with the bundles of an earlier one of its name. */
const remembersAnother = (error: unknown): boolean =>
  error instanceof AdminError && error.status === 412 && /^Invalid upper boundary for bundle/.test(error.reason);

/**
 * Sends the delete of a namespace. Where the broker remembers the bundles of an earlier one of its name, which else lasts until
 * it is restarted, it is made to read them again: it does so when what is kept beside the bundles is written.
 */
export async function sendNamespaceDelete(
  admin: AdminClient,
  name: NamespaceName,
  { force }: { readonly force: boolean },
): Promise<void> {
  const purpose = `delete namespace ${name.full}${force ? " with its topics" : ""}`;
  const request = {
    method: "DELETE",
    path: namespacePath(name),
    ...(force ? { query: { force } } : {}),
    purpose,
  } as const;
  try {
    await admin.send(request);
  } catch (error) {
    if (!remembersAnother(error)) throw error;
    await rewriteRecord(admin, name, () => admin.send(request));
  }
}

/** Writes the record that holds the bundles, with the group that it holds too; one that was not there stays only if the action succeeds. */
async function rewriteRecord(admin: AdminClient, name: NamespaceName, action: () => Promise<unknown>): Promise<void> {
  const path = namespacePath(name, "antiAffinity");
  const purpose = `let the broker read the bundles of namespace ${name.full} again`;
  const before = textOf((await admin.send({ method: "GET", path, purpose })).json());
  await admin.send({ method: "POST", path, body: before ?? "deleted", purpose });
  try {
    await action();
  } catch (error) {
    if (before === undefined) await admin.send({ method: "DELETE", path, purpose });
    throw error;
  }
}
