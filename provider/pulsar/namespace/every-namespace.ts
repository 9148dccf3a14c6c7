import { type AdminClient } from "../admin/client";
import { unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { recordOf, textsOf } from "../resource/decode";
import { type NamespaceName, namespaceOf, namespacePath } from "./namespace-api";
import { type Properties } from "../resource/resource";

export interface FoundNamespace {
  readonly name: NamespaceName;
  /** As the broker tells it. */
  readonly body: Properties;
}

/** Calls that are under way at the same time: those that only wait for others would run out of their time limit. */
const together = 8;

/** Names of all tenants. Only a superuser may ask. */
export async function listTenants(admin: AdminClient): Promise<readonly string[]> {
  const response = await admin.send({ method: "GET", path: adminPath("tenants"), purpose: "list the tenants" });
  return textsOf(response.json());
}

/** Every namespace of the cluster, with a call for each: only for what nothing else tells. */
export async function everyNamespace(
  admin: AdminClient,
  tenants: readonly string[],
): Promise<readonly FoundNamespace[]> {
  const names = (await eachOf(tenants, (tenant) => namespacesOf(admin, tenant))).flat();
  const found = await eachOf(names, (name) => readBody(admin, namespaceOf(name)));
  return found.flatMap((each) => each ?? []);
}

export async function namespacesOf(admin: AdminClient, tenant: string): Promise<readonly string[]> {
  const path = adminPath("namespaces", tenant);
  const purpose = `list the namespaces of tenant ${tenant}`;
  return textsOf((await unlessNotFound(admin.send({ method: "GET", path, purpose })))?.json());
}

async function readBody(admin: AdminClient, name: NamespaceName): Promise<FoundNamespace | undefined> {
  const purpose = `read namespace ${name.full}`;
  const response = await unlessNotFound(admin.send({ method: "GET", path: namespacePath(name), purpose }));
  return response === undefined ? undefined : { name, body: recordOf(response.json()) };
}

/** The results for all items, of a few at a time. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  act: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += together) {
    results.push(...(await Promise.all(items.slice(start, start + together).map(act))));
  }
  return results;
}
