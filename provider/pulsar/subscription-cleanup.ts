import { cancellable } from "./admin/client";
import { checkFields } from "./check";
import { requiredText, textOf, textsOf } from "./decode";
import { deleteWhenUnused, listed } from "./deletion";
import { diffFields } from "./diff";
import { type Fields } from "./field";
import { asSet, matching, oneOf, trueOrFalse } from "./field-checks";
import { listSubscriptions } from "./lookup";
import { claim, isClaimedByAnother } from "./ownership";
import { type CheckFailure, type OperationContext, type Properties, type PulsarResource } from "./resource";
import { type Show } from "./show";
import { type NamedTopics, topicsNamed, topicsNoLongerNamed, warnOfUnreadable } from "./topics-named";
import { deleteTopicOnce } from "./topic-api";
import { topicMetadata } from "./topic-metadata";
import { parseTopic, type PulsarTopic, topicOf } from "./topic-path";
import { clientText, topicStats } from "./topic-stats";
import { unsubscribe } from "./unsubscribe";

/**
 * When a clean-up deletes subscriptions: `deleted`, all of them when it is deleted itself; `changed`, those on topics that it does
 * not name any more when it is updated.
 */
export type CleanupTime = "deleted" | "changed";

/**
 * Deletes the subscription of a member, and topics that only it uses, when it is destroyed; until then it does nothing. For
 * subscriptions that the instance itself made: on topics of a pattern, of a batch source, or of an operator manifest. What
 * somebody else still reads, and what is a `pulsar.Subscription`, is never deleted.
 */
export interface SubscriptionCleanupArgs {
  /**
   * Name of the subscription.
   * @example "retail/orders/enrich"
   * @replace
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
      ? [{ property: `${path}[${index}]`, reason: `${show(text)} is not a full topic name.` }]
      : [],
  );
}

const fields = {
  subscription: { required: true, replace: true, check: matching(/^\S(.*\S)?$/, "is not a name of a subscription.") },
  enabled: { default: true, check: trueOrFalse },
  when: { default: "deleted", check: oneOf("deleted", "changed") },
  instance: {},
  topics: { check: checkTopics, normal: asSet },
  patterns: { check: checkTopics, normal: asSet },
  deleteTopics: { check: checkTopics, normal: asSet },
  deleteWaitSeconds: {},
} as const satisfies Fields<SubscriptionCleanupArgs>;

/** The broker would delete a topic with the subscriptions of others on it, unless they are connected at that moment. */
async function deleteTopic(topic: PulsarTopic, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const metadata = await topicMetadata(admin, topic);
  if (metadata === undefined) return;
  const others = (await listSubscriptions(admin, topic)) ?? [];
  if (others.length > 0) {
    context.log("warning", `Topic ${topic.full} is left, since it has other subscriptions: ${listed(others)}.`);
    return;
  }
  await deleteWhenUnused(
    {
      what: `Topic ${topic.full}`,
      attempt: () => deleteTopicOnce(admin, topic, metadata.partitions > 0),
      users: async () =>
        ((await topicStats(admin, topic))?.publishers ?? []).map((client) => clientText("producer", client)),
      help: "The topic is left as long as somebody uses it.",
    },
    inputs,
    context,
  );
}

const isEnabled = (inputs: Properties): boolean => inputs["enabled"] !== false;
const timeOf = (inputs: Properties): CleanupTime => (inputs["when"] === "changed" ? "changed" : "deleted");

const namesOf = (inputs: Properties): NamedTopics => ({
  topics: textsOf(inputs["topics"]),
  patterns: textsOf(inputs["patterns"]),
});

const kindOf = (inputs: Properties): string => `clean-up of ${requiredText(inputs, "subscription")} on`;

/** Another resource that comes up for the same in this run, as a renamed one does, needs what this one would delete. */
function takeUp(inputs: Properties, context: OperationContext): void {
  if (context.preview || timeOf(inputs) !== "deleted") return;
  const { topics, patterns } = namesOf(inputs);
  if (isEnabled(inputs)) warnOfUnreadable(patterns, requiredText(inputs, "subscription"), context);
  for (const name of [...topics, ...patterns]) claim(kindOf(inputs), name, context);
}

const withoutClaimed = (names: readonly string[], inputs: Properties, context: OperationContext): readonly string[] =>
  names.filter((name) => !isClaimedByAnother(kindOf(inputs), name, context));

async function unsubscribeAll(
  topics: readonly PulsarTopic[],
  inputs: Properties,
  context: OperationContext,
): Promise<void> {
  const subscription = requiredText(inputs, "subscription");
  const instance = textOf(inputs["instance"]);
  const ends = topics.map((topic) => unsubscribe({ topic, subscription, instance }, inputs, context));
  // One that fails must not leave the others half-way: each is brought to its end.
  const failed = (await Promise.allSettled(ends)).filter((end) => end.status === "rejected");
  if (failed.length > 0) throw failed[0]?.reason;
}

async function cleanUp(inputs: Properties, context: OperationContext): Promise<void> {
  const { topics, patterns } = namesOf(inputs);
  const names = {
    topics: withoutClaimed(topics, inputs, context),
    patterns: withoutClaimed(patterns, inputs, context),
  };
  await unsubscribeAll(await topicsNamed(names, requiredText(inputs, "subscription"), context), inputs, context);
  const unneeded = withoutClaimed(textsOf(inputs["deleteTopics"]), inputs, context);
  await Promise.all(unneeded.map((topic) => deleteTopic(topicOf(topic), inputs, context)));
}

async function cleanUpDropped(old: Properties, inputs: Properties, context: OperationContext): Promise<void> {
  const change = { before: namesOf(old), after: namesOf(inputs) };
  const dropped = await topicsNoLongerNamed(change, requiredText(inputs, "subscription"), context);
  await unsubscribeAll(dropped, inputs, context);
}

export const subscriptionCleanup: PulsarResource = {
  type: "function-mesh:index:SubscriptionCleanup",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  create: (inputs, context) => {
    takeUp(inputs, context);
    return Promise.resolve({ id: requiredText(inputs, "subscription"), outputs: inputs });
  },
  read: (id, state) =>
    Object.keys(state.inputs).length === 0
      ? Promise.reject(new Error("a clean-up stands for nothing that could be imported: leave the import out"))
      : Promise.resolve({ id, ...state }),
  async update(_id, old, inputs, context) {
    takeUp(inputs, context);
    const isDue = !context.preview && isEnabled(inputs) && timeOf(inputs) === "changed";
    if (isDue) await cleanUpDropped(old.inputs, inputs, context);
    return inputs;
  },
  async delete(_id, { inputs }, context) {
    if (isEnabled(inputs) && timeOf(inputs) === "deleted") await cleanUp(inputs, context);
  },
};
