import { type AdminClient, cancellable } from "../admin/client";
import { deleteWhenUnused, listed, onceUpdated } from "../resource/deletion";
import { anothersText, heirOf, isTakenOver, stampKey, stampOf } from "../resource/ownership";
import { isLeftToOthers } from "../resource/of-others";
import { type OperationContext, type StoredState } from "../resource/resource";
import { deleteTopicOnce, mergeProperties, readTopic, removeProperty } from "./topic-api";
import { type PulsarTopic } from "./topic-path";
import { isRead } from "./read-topics";
import { replicatedElsewhere } from "./replicated-elsewhere";
import { risksOf } from "./topic-risk";
import { clientText, topicStats } from "./topic-stats";

/** Deletes a topic that is still ours, unless messages would be lost or somebody is connected. */
export async function deleteTopic(
  topic: PulsarTopic,
  { inputs, outputs }: StoredState,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const claimed = { kind: "topic", id: topic.full, what: `Topic ${topic.full}` };
  const heir = heirOf(claimed, context);
  if (heir !== undefined) return mergeProperties(admin, topic, { [stampKey]: stampOf(heir) });
  const isLeft = isLeftToOthers(claimed, context);
  const actual = await readTopic(admin, topic, { withProperties: true, withInactivity: false, policies: [] });
  if (actual === undefined) return;
  if (isTakenOver(actual.stamp, outputs, context.urn)) {
    context.log("info", anothersText(claimed.what));
    return;
  }
  if (isLeft) return removeProperty(admin, topic, stampKey);
  await deleteWhenUnused(
    {
      what: `Topic ${topic.full}`,
      attempt: async () => {
        // Before each try: the clients that are waited for may write until they leave, and the broker deletes what is unread.
        if (inputs["onDelete"] !== "force") await refuseAtRisk(topic, context);
        await deleteTopicOnce(admin, topic, actual.partitions > 0).catch((error: unknown) => {
          throw replicatedElsewhere(topic, error) ?? error;
        });
      },
      users: () => clientsOf(admin, topic),
      help: "Stop these clients; they would make the topic anew.",
    },
    inputs,
    context,
  );
}

async function refuseAtRisk(topic: PulsarTopic, context: OperationContext): Promise<void> {
  const stats = topic.persistent ? await topicStats(cancellable(context.admin, context.signal), topic) : undefined;
  if (stats === undefined) return;
  const hasSubscriptions = Object.keys(stats.subscriptions).length > 0;
  const risks = !hasSubscriptions && isRead(context.admin, topic, stats) ? [] : risksOf(stats);
  if (risks.length === 0) return;
  throw new Error(
    `Topic ${topic.full} is not deleted, since it holds ${listed(risks)}. Set onDelete to "force" to lose them: ${onceUpdated}.`,
  );
}

async function clientsOf(admin: AdminClient, topic: PulsarTopic): Promise<readonly string[]> {
  const stats = await topicStats(admin, topic);
  const consumers = Object.values(stats?.subscriptions ?? {}).flatMap((subscription) => subscription.consumers);
  return [
    ...(stats?.publishers ?? []).map((client) => clientText("producer", client)),
    ...consumers.map((client) => clientText("consumer", client)),
  ];
}
