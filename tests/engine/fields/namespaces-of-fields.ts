import { admin } from "../harness/admin";

/** Where members of the table of fields live in Pulsar. */
export const namespacesOfFields = [
  "public/default",
  "public/fields-a",
  "public/fields-b",
  "fields-a/default",
  "fields-b/default",
] as const;

/** Makes those that are not there yet. */
export async function createNamespaces(url: string, clusterName: string): Promise<void> {
  for (const name of namespacesOfFields) {
    const [tenant = ""] = name.split("/");
    const body = { allowedClusters: [clusterName], adminRoles: [] };
    await taken(await admin(url, `/tenants/${tenant}`, { method: "PUT", body }));
    await taken(await admin(url, `/namespaces/${name}`, { method: "PUT", body: {} }));
  }
}

/** Topics in the default namespace that are not a mesh's own. A broker deletes one without a subscription after a minute. */
export async function createTopics(url: string, names: readonly string[]): Promise<void> {
  const create = async (name: string): Promise<void> => {
    taken(await admin(url, `/persistent/public/default/${name}`, { method: "PUT" }));
    taken(await admin(url, `/persistent/public/default/${name}/subscription/kept`, { method: "PUT" }));
  };
  await Promise.all(names.map(create));
}

const conflict = 409;

function taken({ status, body }: { readonly status: number; readonly body: unknown }): void {
  if (status >= 300 && status !== conflict) throw new Error(`Pulsar answered ${status}: ${JSON.stringify(body)}`);
}
