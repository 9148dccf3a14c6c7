import { createHash } from "node:crypto";
import { AssetValue } from "../../provider/model/asset-value";
import { admin } from "../engine/harness/admin";
import { type Values } from "./broken-arguments";

/** Where the objects of trials live. */
export interface Place {
  readonly adminUrl: string;
  /** Pulsar's name of the cluster. */
  readonly clusterName: string;
  readonly tenant: string;
  /** `tenant/namespace`. */
  readonly namespace: string;
  /** A topic that is there: `tenant/namespace/topic`. */
  readonly topic: string;
}

/** Right arguments of an object that does not exist yet, under a name of its own. */
export type Subject = (place: Place, name: string) => Promise<Values>;

const source = "print(1)";

/** By the type token's last part. */
export const subjects: Readonly<Record<string, Subject>> = {
  Tenant: async (_, name) => ({ tenant: name }),
  Namespace: async ({ tenant }, name) => ({ tenant, namespace: name }),
  Topic: async ({ namespace }, name) => ({ topic: `${namespace}/${name}` }),
  Subscription: async ({ topic }, name) => ({ topic, subscription: name }),
  Permission: async ({ namespace }, name) => ({ namespace, role: name, actions: ["produce", "consume"] }),
  SubscriptionPermission: async ({ namespace }, name) => ({ namespace, subscription: name, role: name }),
  ResourceGroup: async (_, name) => ({ resourceGroup: name }),
  Cluster: async (_, name) => ({ cluster: name, serviceUrl: "http://127.0.0.1:9" }),
  Schema: async ({ adminUrl, namespace }, name) => {
    const topic = `${namespace}/${name}`;
    await put(adminUrl, `/persistent/${topic}`, {});
    return { topic, type: "STRING" };
  },
  Package: async ({ tenant }, name) => ({
    type: "function",
    tenant,
    namespace: "shared",
    name,
    content: new AssetValue(undefined, source, undefined, createHash("sha256").update(source).digest("hex")),
  }),
};

/** Makes where objects of trials may live. */
export async function preparePlace(adminUrl: string, clusterName: string, name: string): Promise<Place> {
  await put(adminUrl, `/tenants/${name}`, { adminRoles: [], allowedClusters: [clusterName] });
  await put(adminUrl, `/namespaces/${name}/shared`, {});
  await put(adminUrl, `/persistent/${name}/shared/shared`, {});
  // A soak takes longer than the minute after which the broker deletes a topic that nobody uses.
  const isKept = { inactiveTopicDeleteMode: "delete_when_no_subscriptions", deleteWhileInactive: false };
  await write(adminUrl, `/persistent/${name}/shared/shared/inactiveTopicPolicies`, {
    method: "POST",
    body: { ...isKept, maxInactiveDurationSeconds: 60 },
  });
  return { adminUrl, clusterName, tenant: name, namespace: `${name}/shared`, topic: `${name}/shared/shared` };
}

const put = (adminUrl: string, path: string, body: unknown): Promise<void> =>
  write(adminUrl, path, { method: "PUT", body });

async function write(adminUrl: string, path: string, request: { method: string; body: unknown }): Promise<void> {
  const { status, body: answer } = await admin(adminUrl, path, request);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(answer)}`);
}
