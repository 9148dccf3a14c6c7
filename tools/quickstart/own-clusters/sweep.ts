import { setTimeout as delay } from "node:timers/promises";
import type { AdminClient } from "../../../provider/pulsar/admin/client";
import { tenant as tenantResource } from "../../../provider/pulsar/tenant";
import {
  KubernetesCallError,
  type KubernetesConnection,
  withinSeconds,
} from "../../../provider/pulumi/resources/kubernetes-connection";
import type { OwnClusters } from "./given";
import { answerSeconds } from "./reach-kubernetes";
import type { StackRecord } from "./stack-record";

/** Where a quickstart makes things, and what they are called. */
export interface Reached {
  readonly clusters: OwnClusters;
  readonly kubernetes: KubernetesConnection;
  readonly pulsar: AdminClient;
}

/** Pods may take their grace period to end. */
const goneSeconds = 180;

/**
 * Deletes the namespace and the tenant with all that is in them, also what pulumi had begun to make there and has not written
 * down. Only those that it has written down itself: they are the quickstart's own.
 */
export async function sweep({ types }: StackRecord, { clusters, kubernetes, pulsar }: Reached): Promise<void> {
  if (types.has("kubernetes:core/v1:Namespace")) await deleteNamespace(kubernetes, clusters.kubernetesNamespace);
  // Now no pod is left that reads or writes there.
  if (types.has("function-mesh:pulsar:Tenant")) await deleteTenant(pulsar, clusters.tenant);
}

async function deleteNamespace({ core, server }: KubernetesConnection, name: string): Promise<void> {
  const deadline = Date.now() + goneSeconds * 1000;
  try {
    await withinSeconds(answerSeconds, server, core.deleteNamespace({ name }));
    while (Date.now() < deadline) {
      await withinSeconds(answerSeconds, server, core.readNamespace({ name }));
      await delay(200);
    }
  } catch (error) {
    if (error instanceof KubernetesCallError && error.status === 404) return;
    throw error;
  }
  throw new Error(`the Kubernetes namespace ${name} is still there after ${goneSeconds} s`);
}

async function deleteTenant(admin: AdminClient, tenant: string): Promise<void> {
  const inputs = { tenant, onDelete: "force" };
  const { signal } = new AbortController();
  const context = { admin, urn: "", preview: false, signal, log: () => undefined };
  await tenantResource.delete(tenant, { inputs, outputs: inputs }, context);
}
