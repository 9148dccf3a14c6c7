import { randomUUID } from "node:crypto";
import type { CleanupTime } from "../model/cleanup-time";
import { aimOf, type CleanupAim, cleanupStamp, pendingAims, pendingOutput, readerOf } from "./cleanup/cleanup-aim";
import { endOn } from "./cleanup/cleanup-deletion";
import { markAll, unmarkAll } from "./cleanup/cleanup-marks";
import { checkFields } from "./resource/check";
import { requiredText, textsOf } from "./resource/decode";
import { diffFields } from "./resource/diff";
import { type Fields } from "./resource/field";
import { asSet, oneOf, subscriptionName, trueOrFalse } from "./resource/field-checks";
import { type Reader } from "./cleanup/reader-marks";
import { forgetReader, noteReader } from "./cleanup/readers-of-run";
import {
  type CheckFailure,
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type StoredState,
} from "./resource/resource";
import { type Show } from "./resource/show";
import { parseTopic } from "./topic/topic-path";
import { type FoundTopics, topicsNamed, topicsNoLongerNamed, warnOfUnreadable } from "./cleanup/topics-named";

/**
 * Deletes the subscription of a member, and topics that only it uses, when it is destroyed; until then it does nothing. For
 * subscriptions that the instance itself made: on topics of a pattern, of a batch source, or of an operator manifest. What
 * somebody else still reads, and what is a `pulsar.Subscription`, is never deleted. Subscriptions that are there are marked as read
 * by the member, for others to see.
 */
export interface SubscriptionCleanupArgs {
  /**
   * Name of the subscription.
   * @example "retail/orders/enrich"
   */
  readonly subscription: string;
  /**
   * Whether anything is to be deleted at all. False keeps the subscriptions, also when the clean-up itself goes.
   * @default true
   * @plain
   */
  readonly enabled?: boolean;
  /**
   * When subscriptions are deleted.
   * @default "deleted"
   */
  readonly when?: CleanupTime;
  /** Name of the clean-up beside it whose subscriptions these are, where it deletes at changes for another. */
  readonly cleanup?: string;
  /**
   * Full name of the member in Pulsar, `<tenant>/<namespace>/<name>`: its own instances are waited for, since they are about to
   * end, and others are not.
   */
  readonly instance?: string;
  /** Topics it is on: `persistent://tenant/namespace/topic`. */
  readonly topics?: readonly string[];
  /**
   * Regular expressions over the topics of a namespace, written as topic names. Topics are matched when the subscription is deleted.
   * An expression in syntax that only Java has finds none, which is warned of.
   * @example ["persistent://retail/orders/clicks-.*"]
   */
  readonly patterns?: readonly string[];
  /** Topics to delete after the subscription, unless somebody uses them. */
  readonly deleteTopics?: readonly string[];
  /**
   * Seconds to wait for readers that are about to end.
   * @default 90
   * @integer
   */
  readonly deleteWaitSeconds?: number;
}

function checkTopics(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  return textsOf(value).flatMap((text, index) =>
    parseTopic(text) === undefined
      ? [
          {
            property: `${path}[${index}]`,
            reason: `${show(text)} is not a full topic name: write persistent://tenant/namespace/topic.`,
          },
        ]
      : [],
  );
}

const fields = {
  subscription: { required: true, check: subscriptionName },
  enabled: { default: true, check: trueOrFalse },
  when: { default: "deleted", check: oneOf("deleted", "changed") },
  cleanup: {},
  instance: {},
  topics: { check: checkTopics, normal: asSet },
  patterns: { check: checkTopics, normal: asSet },
  deleteTopics: { check: checkTopics, normal: asSet },
  deleteWaitSeconds: {},
} as const satisfies Fields<SubscriptionCleanupArgs>;

const isEnabled = (inputs: Properties): boolean => inputs["enabled"] !== false;
const isAtChange = (inputs: Properties): boolean => inputs["when"] === "changed";

/** The topics of an aim that are not read any more. */
const droppedOf = (before: CleanupAim, after: CleanupAim, context: OperationContext): Promise<FoundTopics> =>
  before.subscription === after.subscription
    ? topicsNoLongerNamed({ before, after }, context)
    : topicsNamed(before, context);

interface Change {
  readonly old: StoredState;
  readonly inputs: Properties;
  readonly reader: Reader;
}

/** Deletes what is not read any more, now that new instances run. What is read still, the clean-up itself keeps in mind. */
async function letGo({ old, inputs, reader }: Change, context: OperationContext): Promise<void> {
  const [before, after] = [aimOf(old.inputs), aimOf(inputs)];
  const { found } = await droppedOf(before, after, context);
  const deleteTopics = before.deleteTopics.filter((topic) => !after.deleteTopics.includes(topic));
  const ending = { reader, inputs, isOngoing: true, needsMark: false };
  await endOn(found, { aim: { ...before, deleteTopics }, ending }, context);
}

/** What is to be deleted at the next change or at the end, beside what is read now. */
async function keepInMind({ old, inputs, reader }: Change, context: OperationContext): Promise<readonly CleanupAim[]> {
  const [before, after] = [aimOf(old.inputs), aimOf(inputs)];
  const pending = pendingAims(old.outputs);
  if (!isEnabled(inputs)) {
    for (const aim of [before, ...pending]) await unmarkAll(aim, reader, context);
    return [];
  }
  const still = await Promise.all(pending.map((aim) => stillPending(aim, { after, inputs, reader }, context)));
  if (!isEnabled(old.inputs)) return still.flat();
  const { found, unreadable } = await droppedOf(before, after, context);
  warnOfUnreadable(unreadable, before.subscription, context);
  const deleteTopics = before.deleteTopics.filter((topic) => !after.deleteTopics.includes(topic));
  if (found.length + deleteTopics.length === 0) return still.flat();
  const dropped = { ...before, topics: found.map(({ full }) => full), patterns: [], deleteTopics };
  await markAll(dropped, reader, context);
  return [...still.flat(), dropped];
}

/** Deletes of what was kept in mind all that nobody reads. Instances of the last update run, and those before it do not. */
async function stillPending(
  aim: CleanupAim,
  { after, inputs, reader }: Omit<Change, "old"> & { readonly after: CleanupAim },
  context: OperationContext,
): Promise<readonly CleanupAim[]> {
  const { found, unreadable } = await droppedOf(aim, after, context);
  if (unreadable.length > 0) return [aim];
  const ending = { reader, inputs: { ...inputs, deleteWaitSeconds: 0 }, isOngoing: true, needsMark: true };
  const read = await endOn(found, { aim: { ...aim, deleteTopics: [] }, ending }, context);
  const left = { ...aim, topics: read.map(({ full }) => full) };
  return left.topics.length + left.deleteTopics.length === 0 ? [] : [left];
}

/** Everything that is read, and what was once. */
async function cleanUp({ inputs, outputs }: StoredState, reader: Reader, context: OperationContext): Promise<void> {
  const aim = aimOf(inputs);
  if (!isEnabled(inputs)) return unmarkAll(aim, reader, context);
  const { found, unreadable } = await topicsNamed(aim, context);
  warnOfUnreadable(unreadable, aim.subscription, context);
  const ending = { reader, inputs, isOngoing: false };
  await endOn(found, { aim, ending: { ...ending, needsMark: false } }, context);
  for (const pending of pendingAims(outputs)) {
    const { found: dropped } = await droppedOf(pending, aim, context);
    await endOn(dropped, { aim: pending, ending: { ...ending, needsMark: true } }, context);
  }
}

/** Others of the run that would delete the same must know that it is read. */
function note(inputs: Properties, stamp: string, context: OperationContext): void {
  if (!isAtChange(inputs)) noteReader(context.admin, stamp, aimOf(inputs));
}

const outputsOf = (inputs: Properties, { stamps, token }: Reader, pending: readonly CleanupAim[]): Properties => ({
  ...inputs,
  stamp: stamps[0],
  ...(token === undefined ? {} : { token }),
  ...(pending.length === 0 ? {} : { pending: pending.map(pendingOutput) }),
});

export const subscriptionCleanup: PulsarResource = {
  type: "function-mesh:index:SubscriptionCleanup",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  registered(inputs, context) {
    note(inputs, cleanupStamp(inputs, context), context);
  },
  async create(inputs, context) {
    const id = requiredText(inputs, "subscription");
    if (context.preview) return { id, outputs: inputs };
    const token = isAtChange(inputs) ? undefined : randomUUID();
    const reader = { ...readerOf(inputs, {}, context), token };
    note(inputs, reader.stamps[0], context);
    const aim = aimOf(inputs);
    if (isEnabled(inputs) && !isAtChange(inputs)) warnOfUnreadable(aim.patterns, aim.subscription, context);
    await markAll(aim, reader, context);
    return { id, outputs: outputsOf(inputs, reader, []) };
  },
  read: (id, state) =>
    isImport(state)
      ? Promise.reject(new Error("a clean-up stands for nothing that could be imported: leave the import out"))
      : Promise.resolve({ id, ...state }),
  async update(_id, old, inputs, context) {
    if (context.preview) return inputs;
    const reader = readerOf(inputs, old.outputs, context);
    note(inputs, reader.stamps[0], context);
    const change = { old, inputs, reader };
    if (isAtChange(inputs)) {
      if (isEnabled(inputs)) await letGo(change, context);
      await markAll(aimOf(inputs), reader, context);
      return outputsOf(inputs, reader, []);
    }
    if (isEnabled(inputs)) warnOfUnreadable(textsOf(inputs["patterns"]), requiredText(inputs, "subscription"), context);
    const pending = await keepInMind(change, context);
    await markAll(aimOf(inputs), reader, context);
    return outputsOf(inputs, reader, pending);
  },
  async delete(_id, state, context) {
    if (isAtChange(state.inputs)) return;
    const reader = readerOf(state.inputs, state.outputs, context);
    for (const stamp of reader.stamps) forgetReader(context.admin, stamp);
    await cleanUp(state, reader, context);
  },
};
