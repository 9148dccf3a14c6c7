import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { recordOf } from "../resource/decode";
import { type NamespaceName, namespacePath } from "./namespace-api";
import { type Properties } from "../resource/resource";

/** Who may do what in a namespace: by role, by topic and role, and by subscription. */
export interface NamespaceRoles {
  readonly ofNamespace: Properties;
  readonly ofTopics: Properties;
  readonly ofSubscriptions: Properties;
}

/**
 * All grants of a namespace in one call. A topic's own path tells those of the namespace among its own, so that it cannot say
 * what was granted where. `undefined` where there is no such namespace.
 */
export async function readNamespaceRoles(admin: AdminClient, name: NamespaceName): Promise<NamespaceRoles | undefined> {
  const purpose = `read the permissions of namespace ${name.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: namespacePath(name), purpose }));
  if (response === undefined) return undefined;
  const policies = recordOf(recordOf(response.json())["auth_policies"]);
  return {
    ofNamespace: recordOf(policies["namespace_auth"]),
    ofTopics: recordOf(policies["destination_auth"]),
    ofSubscriptions: recordOf(policies["subscription_auth_roles"]),
  };
}
