import { type AdminClient, cancellable } from "../admin/client";
import { AdminError, isNotFound, unlessNotFound } from "../admin/error";
import { adminPath } from "../admin/request";
import { textsOf } from "../resource/decode";
import { deleteWhenUnused, onceUpdated, StillInUse } from "../resource/deletion";
import { type NamespaceName, namespaceOf, namespacePath, seriallyInNamespace } from "./namespace-api";
import { sendNamespaceDelete } from "./namespace-delete-call";
import { leaveOtherClusters, withoutOtherClusters } from "./other-clusters";
import { readNamespace } from "./namespace-reading";
import { type OperationContext, type Properties } from "../resource/resource";
import { topicMetadata } from "../topic/topic-metadata";
import { topicOf, topicPath } from "../topic/topic-path";
import { atRisk } from "../topic/topic-risk";

const shownAtMost = 20;

/**
 * Topics of a namespace; partitions of one topic count as the one, and those that clients made anew after their topic was deleted
 * as themselves. The list of all leaves out partitioned topics that no broker has loaded, which still keep the namespace from being
 * deleted.
 */
async function topicsOf(admin: AdminClient, name: NamespaceName): Promise<readonly string[]> {
  const kinds = ["persistent", "non-persistent"];
  const paths = [
    namespacePath(name, "topics"),
    ...kinds.map((kind) => adminPath(kind, name.tenant, name.pulsarNamespace, "partitioned")),
  ];
  const purpose = `list the topics of namespace ${name.full}`;
  const responses = await Promise.all(
    paths.map((path) => unlessNotFound(admin.send({ method: "GET", path, purpose }))),
  );
  const [all = [], ...lists] = responses.map((response) => textsOf(response?.json()));
  const partitioned = new Set(lists.flat());
  const whole = (topic: string): string => {
    const name = topic.replace(/-partition-\d+$/, "");
    return partitioned.has(name) ? name : topic;
  };
  return [...new Set([...all.map(whole), ...partitioned])].sort();
}

/** Deletes a namespace that is empty, waiting for topics that are about to go; with topics it fails and says what they hold. */
export async function deleteEmptyNamespace(full: string, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = namespaceOf(full);
  await deleteWhenUnused(
    {
      what: `Namespace ${full}`,
      attempt: () =>
        seriallyInNamespace(admin, name, async () => {
          // Nothing is changed of a namespace that is to stay; of a replicated one the broker would complain of that alone.
          if ((await topicsOf(admin, name)).length > 0)
            throw new StillInUse(`Could not delete namespace ${full}: it is not empty.`);
          await withoutOtherClusters(admin, name, async () => {
            await quieten(admin, name);
            await sendNamespaceDelete(admin, name, { force: false });
          });
        }),
      users: async () => {
        const topics = (await topicsOf(admin, name)).slice(0, shownAtMost);
        return Promise.all(
          topics.map(async (topic) => `topic ${topic}${riskText(await atRisk(admin, topicOf(topic)))}`),
        );
      },
      help: `Delete the topics first, or set onDelete to "force" to delete the namespace with its topics and messages: ${onceUpdated}.`,
    },
    inputs,
    context,
  );
}

const riskText = (risks: readonly string[]): string =>
  risks.length === 0 ? " (no messages)" : ` (${risks.join(", ")})`;

/** Deletes a namespace with its topics and their messages. */
export async function deleteNamespaceWithContents(
  full: string,
  inputs: Properties,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = namespaceOf(full);
  try {
    await seriallyInNamespace(admin, name, async () => {
      await leaveOtherClusters(admin, name);
      await quieten(admin, name);
      await sendNamespaceDelete(admin, name, { force: true });
    });
  } catch (error) {
    if (isNotFound(error)) {
      // Deletes at the same time answer "not found" naming a topic while the namespace is still there.
      if ((await readNamespace(admin, name)) === undefined) return;
    } else if (!isForceForbidden(error)) throw error;
    await deleteTopics(admin, name);
    await deleteEmptyNamespace(full, inputs, context);
  }
}

/**
 * Makes the broker close its own clients of the namespace's system topic. Left alone they connect again while the namespace is
 * deleted; then the broker remembers parts of it, and a namespace made later under its name cannot be deleted (412 `Invalid
 * upper boundary for bundle`, see namespace-delete-call.ts; 422 `HTTP 422 {}`, 500 `Topic is already fenced`; Pulsar 4.0.8, about
 * one time in thirty). Only a superuser may ask for it: where it is refused, deleting works as before.
 */
async function quieten(admin: AdminClient, name: NamespaceName): Promise<void> {
  const path = namespacePath(name, "unload");
  try {
    await admin.send({ method: "PUT", path, purpose: `unload namespace ${name.full} before it is deleted` });
  } catch (error) {
    if (!(error instanceof AdminError) || error.kind !== "status") throw error;
  }
}

/** Brokers refuse it as long as forceDeleteNamespaceAllowed is not set, which is their default. */
const isForceForbidden = (error: unknown): boolean => error instanceof AdminError && error.status === 405;

async function deleteTopics(admin: AdminClient, name: NamespaceName): Promise<void> {
  for (const text of await topicsOf(admin, name)) {
    const topic = topicOf(text);
    const isPartitioned = ((await topicMetadata(admin, topic))?.partitions ?? 0) > 0;
    const path = topicPath(topic, ...(isPartitioned ? ["partitions"] : []));
    await unlessNotFound(
      admin.send({ method: "DELETE", path, query: { force: true }, purpose: `delete topic ${text}` }),
    );
  }
}
