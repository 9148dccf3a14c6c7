import { errorMessage } from "../../model/error-message";
import { type AdminClient, cancellable } from "../admin/client";
import { deleteWhenUnused, onceUpdated, StillInUse } from "../resource/deletion";
import { anothersText, heirOf, isTakenOver, stampKey, stampOf } from "../resource/ownership";
import { unstamp, yieldToReaders } from "../cleanup/reader-marks";
import { isReadInRun } from "../cleanup/readers-of-run";
import { type OperationContext, type Properties, type StoredState } from "../resource/resource";
import { capitalised, pathOf, subscriptionId, type SubscriptionName } from "./subscription-name";
import { changeProperties, subscriptionProperties } from "./subscription-properties";
import { noteRead } from "../topic/read-topics";
import { unreadText } from "../topic/topic-risk";
import { clientText, type SubscriptionStats, topicStats } from "../topic/topic-stats";

export async function deleteSubscription(
  name: SubscriptionName,
  { inputs, outputs }: StoredState,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const claimed = { kind: "subscription", id: subscriptionId(name), what: capitalised(name.text) };
  const heir = heirOf(claimed, context);
  if (heir !== undefined) return markSubscription(admin, name, stampOf(heir));
  const properties = await subscriptionProperties(admin, name.topic, name.subscription);
  if (properties === undefined) return;
  if (isTakenOver(properties[stampKey], outputs, context.urn)) {
    context.log("info", anothersText(claimed.what));
    return;
  }
  if (await isLeftToReaders(name, outputs, context)) {
    context.log("info", `${capitalised(name.text)} is left to the member that reads it, and goes with its clean-up.`);
    return;
  }
  await deleteWhenUnused(
    {
      what: capitalised(name.text),
      attempt: () => deleteUnlessUnread(name, inputs["onDelete"] === "force", context),
      users: async () => {
        const stats = await topicStats(admin, name.topic);
        return (stats?.subscriptions[name.subscription]?.consumers ?? []).map((client) =>
          clientText("consumer", client),
        );
      },
      help: "Stop these clients; they would make the subscription anew.",
    },
    inputs,
    context,
  );
}

/** Sends the delete, and without force only of a subscription whose messages are all acknowledged. */
async function deleteUnlessUnread(name: SubscriptionName, isForced: boolean, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const stats = isForced ? undefined : await topicStats(admin, name.topic);
  const found = stats?.subscriptions[name.subscription];
  if (found !== undefined) refuseUnread(name, found);
  await admin.send({ method: "DELETE", path: pathOf(name), purpose: `delete ${name.text}` });
  if (found !== undefined && stats !== undefined) noteRead(context.admin, name.topic, stats);
}

function refuseUnread(name: SubscriptionName, { backlog, consumers }: SubscriptionStats): void {
  if (backlog === 0) return;
  const text = `${capitalised(name.text)} is not deleted, since it holds ${unreadText(backlog)}.`;
  // Whoever is connected may still acknowledge them.
  if (consumers.length > 0) throw new StillInUse(text);
  throw new Error(`${text} Let them be read, or set onDelete to "force" to lose them: ${onceUpdated}.`);
}

const markSubscription = (admin: AdminClient, name: SubscriptionName, stamp: string): Promise<void> =>
  changeProperties(admin, name, (found) => (found[stampKey] === stamp ? undefined : { ...found, [stampKey]: stamp }));

const isOwnStamp =
  (outputs: Properties, { urn }: OperationContext) =>
  (stamp: string): boolean =>
    !isTakenOver(stamp, outputs, urn);

/** A member that reads by a pattern may need what was declared till now: its clean-up has the subscription from now on. */
async function isLeftToReaders(
  name: SubscriptionName,
  outputs: Properties,
  context: OperationContext,
): Promise<boolean> {
  const isOwn = isOwnStamp(outputs, context);
  if (await yieldToReaders(name, isOwn, context)) return true;
  if (!isReadInRun(context.admin, name, [])) return false;
  await unstamp(name, isOwn, context);
  return true;
}

/** What is kept is nobody's from now on: with our mark on it no clean-up would ever delete it. */
export async function retainSubscription(
  name: SubscriptionName,
  outputs: Properties,
  context: OperationContext,
): Promise<void> {
  try {
    await unstamp(name, isOwnStamp(outputs, context), context);
  } catch (error) {
    const reason = errorMessage(error);
    context.log("warning", `${capitalised(name.text)} keeps the mark ${stampKey} among its properties: ${reason}`);
  }
}
