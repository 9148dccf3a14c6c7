import { type AdminClient } from "../admin/client";
import { pathOf, type SubscriptionName } from "./subscription-name";
import { type MessageId, type Start } from "./subscription-start";
import { topicOf } from "../topic/topic-path";

/** A message id as the broker takes it. */
export const positionBody = (messageId: MessageId) => ({ ...messageId, partitionIndex: -1, isExcluded: false });

/** Each partition has messages of its own: one id would point to some place or other in the others. */
export function refuseIdOfPartitions(start: Start, partitions: number, name: SubscriptionName): void {
  if (start.kind !== "message" || partitions === 0) return;
  throw new Error(
    `${name.text}: positionMessageId means one message, and the topic has ${partitions} partitions. Use positionTime.`,
  );
}

/** Moves a subscription. A partitioned topic takes only times; its partitions take the rest one by one. */
export async function resetSubscription(
  admin: AdminClient,
  name: SubscriptionName,
  { start, partitions }: { readonly start: Start; readonly partitions: number },
): Promise<void> {
  refuseIdOfPartitions(start, partitions, name);
  const purpose = `reset ${name.text}`;
  if (start.kind === "time") {
    const path = pathOf(name, "resetcursor", String(start.milliseconds));
    await admin.send({ method: "POST", path, purpose });
    return;
  }
  const body = positionBody(start.messageId);
  for (const each of partsOf(name, partitions)) {
    await admin.send({ method: "POST", path: pathOf(each, "resetcursor"), body, purpose });
  }
}

function partsOf(name: SubscriptionName, partitions: number): readonly SubscriptionName[] {
  if (partitions === 0) return [name];
  return Array.from({ length: partitions }, (_, index) => ({
    ...name,
    topic: topicOf(`${name.topic.full}-partition-${index}`),
  }));
}
