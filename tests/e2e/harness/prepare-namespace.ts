import assert from "node:assert/strict";
import type { PulsarServer } from "../../../tools/run/pulsar";
import { admin } from "../../engine/harness/admin";

/** Makes a tenant and its namespace `messages` before a mesh does, since its members may do there only what they are allowed. */
export async function prepareNamespace(
  broker: PulsarServer,
  tenant: string,
  permissions: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  const token = broker.adminToken === undefined ? {} : { token: broker.adminToken };
  const send = async (method: string, path: string, body: unknown): Promise<void> => {
    const answer = await admin(broker.adminUrl, path, { method, body, ...token });
    assert.equal(answer.status, 204, `${path}: ${JSON.stringify(answer.body)}`);
  };
  await send("PUT", `/tenants/${tenant}`, { adminRoles: [], allowedClusters: [broker.clusterName] });
  await send("PUT", `/namespaces/${tenant}/messages`, {});
  for (const [role, actions] of Object.entries(permissions)) {
    await send("POST", `/namespaces/${tenant}/messages/permissions/${role}`, actions);
  }
}
