import type { Environment } from "../../../tools/quickstart/environment";
import { admin, names } from "../../engine/harness/admin";

/** Objects of somebody's in both clusters, and what can be seen of them and beside them. */
export interface KeptObjects {
  /** Everything that whoever leaves them alone must not change. */
  look(): Promise<unknown>;
  remove(): Promise<void>;
}

const tenant = "others";

export async function makeKeptObjects({ broker, cluster }: Environment): Promise<KeptObjects> {
  const put = (path: string, body?: unknown) => admin(broker.adminUrl, path, { method: "PUT", body });
  await cluster.kubectl("create", "namespace", tenant);
  await cluster.kubectl("-n", tenant, "create", "configmap", "theirs", "--from-literal=key=value");
  await cluster.kubectl("-n", tenant, "create", "secret", "generic", "theirs", "--from-literal=key=value");
  await put(`/tenants/${tenant}`, { allowedClusters: ["local"] });
  await put(`/namespaces/${tenant}/theirs`);
  await put(`/persistent/${tenant}/theirs/topic`);
  await put(`/persistent/${tenant}/theirs/topic/subscription/reader`);
  const kinds = "namespaces,configmaps,secrets,services,statefulsets,serviceaccounts";
  return {
    look: async () => {
      const objects = JSON.parse(await cluster.kubectl("get", kinds, "-A", "-o", "json"));
      const { body: policies } = await admin(broker.adminUrl, `/namespaces/${tenant}/theirs`);
      const { body: stats } = await admin(broker.adminUrl, `/persistent/${tenant}/theirs/topic/internalStats`);
      return {
        objects: objects.items.map(versionOf).sort(),
        tenants: await names(broker.adminUrl, "/tenants"),
        clusters: await names(broker.adminUrl, "/clusters"),
        policies,
        cursors: Object.keys(Object(stats).cursors),
      };
    },
    remove: async () => {
      await cluster.kubectl("delete", "namespace", tenant);
      for (const path of ["persistent/others/theirs/topic?force=true", "namespaces/others/theirs", "tenants/others"]) {
        await admin(broker.adminUrl, `/${path}`, { method: "DELETE" });
      }
    },
  };
}

interface KubernetesObject {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly resourceVersion: string };
}

const versionOf = ({ kind, metadata: { name, namespace = "", resourceVersion } }: KubernetesObject): string =>
  `${kind} ${namespace}/${name} ${resourceVersion}`;
