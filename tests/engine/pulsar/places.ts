import { type Broker, freshName } from "./broker";

/** A tenant for a test, made by nobody. */
export async function newTenant(broker: Broker): Promise<string> {
  const tenant = freshName("tenant");
  const clusters = await broker.send("GET", "/clusters");
  await broker.send("PUT", `/tenants/${tenant}`, { adminRoles: [], allowedClusters: clusters });
  return tenant;
}

/** A namespace for a test: `tenant/namespace`. */
export async function newNamespace(broker: Broker): Promise<string> {
  const name = `${await newTenant(broker)}/${freshName("namespace")}`;
  await broker.send("PUT", `/namespaces/${name}`, {});
  return name;
}

/** A topic for a test: `tenant/namespace/topic`. */
export async function newTopic(broker: Broker, partitions = 0): Promise<string> {
  const name = `${await newNamespace(broker)}/${freshName("topic")}`;
  if (partitions === 0) await broker.send("PUT", `/persistent/${name}`, {});
  else await broker.send("PUT", `/persistent/${name}/partitions`, partitions);
  return name;
}
