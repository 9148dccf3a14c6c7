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

const conflict = 409;

function taken({ status, body }: { readonly status: number; readonly body: unknown }): void {
  if (status >= 300 && status !== conflict) throw new Error(`Pulsar answered ${status}: ${JSON.stringify(body)}`);
}
