import { type AdminClient, cancellable } from "../admin/client";
import { isAlreadyExists } from "../admin/error";
import { textRecordOf } from "../resource/decode";
import { differingFields } from "../resource/diff";
import { warnOfForeignMark } from "../resource/foreign-mark";
import { isIncomplete, keptWhenMade } from "../resource/incomplete";
import { judgeExisting, refuseUnlessUsable, stampKey, stampOf } from "../resource/ownership";
import { expectKept } from "../resource/read-back";
import { stillThere } from "../resource/still-there";
import { type OperationContext, type Properties, type StoredState } from "../resource/resource";
import { subscriptionFields } from "./subscription-args";
import { positionBody, refuseIdOfPartitions, resetSubscription } from "./subscription-cursor";
import { capitalised, pathOf, subscriptionId, type SubscriptionName, subscriptionOf } from "./subscription-name";
import { changeProperties } from "./subscription-properties";
import { ends, startOf } from "./subscription-start";
import {
  actualSubscriptionFields,
  asksForReplicated,
  movingKey,
  outputsOf,
  readSubscription,
} from "./subscription-state";
import { topicMetadata } from "../topic/topic-metadata";

export async function createSubscription(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = subscriptionOf(inputs);
  const partitions = await partitionsOf(admin, name);
  // The broker would make a missing topic itself: one without partitions, without protection, and nobody's.
  if (partitions === undefined)
    throw new Error(
      `Could not create ${name.text}: the topic does not exist. Create it first; where the program does, take its name from that resource.`,
    );
  const start = startOf(inputs);
  refuseIdOfPartitions(start, partitions, name);
  try {
    await put(admin, inputs, context.urn);
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    await takeOver(admin, inputs, context);
    return complete(admin, inputs, { partitions, context });
  }
  await keptWhenMade({ id: subscriptionId(name), outputs: outputsOf(inputs, stampOf(context.urn)) }, () =>
    complete(admin, inputs, { partitions, context }),
  );
}

interface Completion {
  readonly partitions: number;
  readonly context: Pick<OperationContext, "urn" | "secrets">;
}

/** What the call that makes a subscription does not do. */
async function complete(admin: AdminClient, inputs: Properties, { partitions, context }: Completion): Promise<void> {
  const name = subscriptionOf(inputs);
  const start = startOf(inputs);
  if (start.kind === "time") await moveOnce(admin, name, () => resetSubscription(admin, name, { start, partitions }));
  await keepReplicated(admin, name, inputs);
  await verify(admin, inputs, { ...context, dropped: [] });
}

const partitionsOf = async (admin: AdminClient, { topic }: SubscriptionName): Promise<number | undefined> =>
  (await topicMetadata(admin, topic))?.partitions;

/** One that is to start at a time is made at the earliest message and then moved, with a mark until that is done. */
async function put(admin: AdminClient, inputs: Properties, urn: string): Promise<void> {
  const name = subscriptionOf(inputs);
  const start = startOf(inputs);
  const properties = {
    ...textRecordOf(inputs["properties"]),
    [stampKey]: stampOf(urn),
    ...(start.kind === "time" ? { [movingKey]: "1" } : {}),
  };
  const body = { ...positionBody(start.kind === "time" ? ends.earliest : start.messageId), properties };
  await admin.send({ method: "PUT", path: pathOf(name), body, purpose: `create ${name.text}` });
}

/** Moves a subscription that carries the mark, and takes the mark away: one that was there before is left where it is. */
async function moveOnce(admin: AdminClient, name: SubscriptionName, move: () => Promise<void>): Promise<void> {
  let isMoving = false;
  const look = (properties: Readonly<Record<string, string>>): undefined => {
    isMoving = movingKey in properties;
    return undefined;
  };
  await changeProperties(admin, name, look);
  if (!isMoving) return;
  await move();
  await changeProperties(admin, name, ({ [movingKey]: mark, ...others }) => (mark === undefined ? undefined : others));
}

async function takeOver(admin: AdminClient, inputs: Properties, context: OperationContext): Promise<void> {
  const { urn, secrets } = context;
  const name = subscriptionOf(inputs);
  const actual = await readSubscription(admin, name, asksForReplicated(inputs));
  // A property that is missing does not stand against it: adding it takes nothing from anybody.
  const present = Object.entries(textRecordOf(inputs["properties"])).filter(
    ([key]) => key in (actual?.properties ?? {}),
  );
  const declared = { ...inputs, properties: Object.fromEntries(present) };
  const differing =
    actual === undefined
      ? []
      : differingFields(subscriptionFields, declared, actualSubscriptionFields(actual, declared), secrets);
  const verdict = judgeExisting({ stamp: actual?.stamp, differing }, inputs, urn);
  refuseUnlessUsable(verdict, capitalised(name.text), differing);
  warnOfForeignMark({ what: capitalised(name.text), stamp: actual?.stamp }, context);
  await writeProperties(admin, inputs, { urn, dropped: [] });
  const { replicated } = inputs;
  if (typeof replicated === "boolean" && actual?.replicated !== replicated)
    await writeReplicated(admin, name, replicated);
}

/** Sets what is declared, and our mark; leaves what others have set. */
const writeProperties = (
  admin: AdminClient,
  inputs: Properties,
  { urn, dropped }: { readonly urn: string; readonly dropped: readonly string[] },
): Promise<void> =>
  changeProperties(admin, subscriptionOf(inputs), (properties) => {
    const kept = Object.entries(properties).filter(([key]) => !dropped.includes(key));
    const wanted: Readonly<Record<string, string>> = {
      ...Object.fromEntries(kept),
      ...textRecordOf(inputs["properties"]),
      [stampKey]: stampOf(urn),
    };
    const isSame =
      kept.length === Object.keys(properties).length &&
      Object.entries(wanted).every(([key, value]) => properties[key] === value);
    return isSame ? undefined : wanted;
  });

/**
 * Said last: a cursor that is moved, as each is by its creation, loses it with the next unload of the topic, and the parameter of the
 * same name at the creation of one with partitions does nothing (Pulsar 4.0.8).
 */
async function keepReplicated(admin: AdminClient, name: SubscriptionName, inputs: Properties): Promise<void> {
  if (inputs["replicated"] === true) await writeReplicated(admin, name, true);
}

async function writeReplicated(admin: AdminClient, name: SubscriptionName, value: boolean): Promise<void> {
  const path = pathOf(name, "replicatedSubscriptionStatus");
  await admin.send({ method: "POST", path, body: value, purpose: `set replicated of ${name.text}` });
}

async function verify(
  admin: AdminClient,
  inputs: Properties,
  { urn, secrets, dropped }: Pick<OperationContext, "urn" | "secrets"> & { readonly dropped: readonly string[] },
): Promise<void> {
  const name = subscriptionOf(inputs);
  await expectKept(name.text, async () => {
    const actual = await readSubscription(admin, name, asksForReplicated(inputs));
    if (actual === undefined) return ["itself (it is not there)"];
    return [
      ...(actual.stamp === stampOf(urn) ? [] : [`its mark ${stampKey}`]),
      ...differingFields(subscriptionFields, inputs, actualSubscriptionFields(actual, inputs), secrets),
      ...stillThere(dropped, actual.properties),
    ];
  });
}

export async function updateSubscription(
  old: StoredState,
  inputs: Properties,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = subscriptionOf(inputs);
  const partitions = await partitionsOf(admin, name);
  if (partitions === undefined) throw new Error(`${capitalised(name.text)} is gone: refresh, then it is made again.`);
  const wanted = textRecordOf(inputs["properties"]);
  const dropped = Object.keys(textRecordOf(old.inputs["properties"])).filter((key) => !(key in wanted));
  await writeProperties(admin, inputs, { urn: context.urn, dropped });
  const replicated = wantedReplicated(old, inputs);
  if (replicated !== undefined) await writeReplicated(admin, name, replicated);
  const move = async (): Promise<void> => {
    await resetSubscription(admin, name, { start: startOf(inputs), partitions });
    await keepReplicated(admin, name, inputs);
  };
  if (isReset(old.inputs, inputs)) await move();
  if (isIncomplete(old)) await moveOnce(admin, name, move);
  await verify(admin, inputs, { ...context, dropped });
}

/** One that is not stated any more goes back to what a subscription is by itself. */
function wantedReplicated(old: StoredState, inputs: Properties): boolean | undefined {
  const before = old.inputs["replicated"];
  const after = inputs["replicated"] ?? (before === true ? false : undefined);
  // What an incomplete one says of itself may not be at the broker yet.
  const isWritten = after === before && !isIncomplete(old);
  return typeof after === "boolean" && !isWritten ? after : undefined;
}

/** Only another text moves a subscription; taking it away does not. */
export const isReset = (old: Properties, inputs: Properties): boolean =>
  inputs["resetToken"] !== undefined && inputs["resetToken"] !== old["resetToken"];
