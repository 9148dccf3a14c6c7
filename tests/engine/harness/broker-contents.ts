import { admin, names } from "./admin";
import { namespaceNames } from "./mixed-pulsar-resources";
import { packagesOf } from "./package-contents";
import { type StateResource } from "./stack";

/** Everything that a broker has of mixedPulsarResources in a tenant, as the ids of resources would name it; sorted. */
export async function contentsOf(adminUrl: string, tenant: string): Promise<readonly string[]> {
  const isThere = (await admin(adminUrl, `/tenants/${tenant}`)).status === 200;
  const namespaces = await names(adminUrl, `/namespaces/${tenant}`);
  const found = await Promise.all(namespaces.map((name) => contentsOfNamespace(adminUrl, name)));
  const packages = await Promise.all(namespaceNames.map((name) => packagesOf(adminUrl, `${tenant}/${name}`)));
  const isOfTenant = (name: string): boolean => name.startsWith(`${tenant}-`);
  const groups = (await names(adminUrl, "/resourcegroups")).filter(isOfTenant);
  const clusters = (await names(adminUrl, "/clusters")).filter(isOfTenant);
  return [
    ...(isThere ? [tenant] : []),
    ...groups,
    ...clusters,
    ...namespaces,
    ...found.flat(),
    ...packages.flat(),
  ].sort();
}

async function contentsOfNamespace(adminUrl: string, namespace: string): Promise<readonly string[]> {
  const single = await names(adminUrl, `/persistent/${namespace}`);
  const partitioned = await names(adminUrl, `/persistent/${namespace}/partitioned`);
  const topics = [...single.filter((name) => !isPartitionOf(name, partitioned)), ...partitioned];
  const subscriptions = await Promise.all(topics.map((topic) => subscriptionsOf(adminUrl, topic)));
  const { body } = await admin(adminUrl, `/namespaces/${namespace}/permissions`);
  const roles = Object.keys(Object(body)).map((role) => `${namespace}#${role}`);
  const readers = await admin(adminUrl, `/namespaces/${namespace}/permissions/subscription`);
  const ofSubscriptions = Object.entries(Object(readers.body)).flatMap(([name, given]) =>
    (Array.isArray(given) ? given : []).map((role) => `${namespace}#${name}#${String(role)}`),
  );
  const schemas = await Promise.all(topics.map((topic) => schemasOf(adminUrl, topic)));
  return [...topics, ...subscriptions.flat(), ...schemas.flat(), ...roles, ...ofSubscriptions];
}

async function schemasOf(adminUrl: string, topic: string): Promise<readonly string[]> {
  const { status } = await admin(adminUrl, `/schemas/${topic.replace(/^.*:\/\//, "")}/schema`);
  return status === 200 ? [schemaAt(topic)] : [];
}

const schemaAt = (topic: string): string => `schema at ${topic}`;

const isPartitionOf = (name: string, partitioned: readonly string[]): boolean =>
  partitioned.includes(name.replace(/-partition-\d+$/, ""));

async function subscriptionsOf(adminUrl: string, topic: string): Promise<readonly string[]> {
  const found = await names(adminUrl, `/${topic.replace("://", "/")}/subscriptions`);
  return found.map((name) => `${topic}#${name}`);
}

/** The same of a stack's state; the id of a schema is that of its topic. */
export const idsOf = (resources: readonly StateResource[]): readonly string[] =>
  resources
    .filter(({ type }) => type.startsWith("function-mesh:pulsar:"))
    .map(({ type, id = "" }) => (type.endsWith(":Schema") ? schemaAt(id) : id))
    .sort();
