import { type AdminClient } from "../admin/client";
import { AdminError } from "../admin/error";
import { adminPath } from "../admin/request";
import { textsOf } from "../resource/decode";
import { partitionsTimeoutMs } from "./topic-api";
import { type PulsarTopic, topicPath } from "./topic-path";
import { readPolicies } from "./topic-policy-calls";

/**
 * Adds partitions. Where a topic is replicated and has grown in another cluster first, the broker there makes the new partitions here
 * too, and ours refuses to grow over them unless it is told to.
 */
export async function growTopic(admin: AdminClient, topic: PulsarTopic, partitions: number): Promise<void> {
  const call = {
    method: "POST",
    path: topicPath(topic, "partitions"),
    body: partitions,
    timeoutMs: partitionsTimeoutMs(partitions),
    purpose: `grow topic ${topic.full} to ${partitions} partitions`,
  } as const;
  try {
    await admin.send(call);
  } catch (error) {
    if (!isGrownElsewhere(error) || !(await isReplicated(admin, topic))) throw error;
    await admin.send({ ...call, query: { force: true } });
  }
}

const isGrownElsewhere = (error: unknown): boolean =>
  error instanceof AdminError && error.status === 409 && /unexpected topic partition/i.test(error.reason);

/** Where it is not, a topic that is called like a partition is somebody's own, which stays apart. */
async function isReplicated(admin: AdminClient, topic: PulsarTopic): Promise<boolean> {
  const own = textsOf((await readPolicies(admin, topic, ["replicationClusters"]))["replicationClusters"]);
  if (own.length > 0) return own.length > 1;
  const path = adminPath("namespaces", topic.tenant, topic.pulsarNamespace, "replication");
  const purpose = `read where the namespace of topic ${topic.full} is replicated to`;
  return textsOf((await admin.send({ method: "GET", path, purpose })).json()).length > 1;
}
