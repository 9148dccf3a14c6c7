import { type AdminClient, cancellable } from "./admin/client";
import { checkFields } from "./check";
import { requiredText, textsOf } from "./decode";
import { deleteWhenUnused, listed } from "./deletion";
import { diffFields } from "./diff";
import { type Fields } from "./field";
import { matching } from "./field-checks";
import { listSubscriptions } from "./lookup";
import { deleteTopicOnce } from "./topic-api";
import { topicMetadata } from "./topic-metadata";
import { topicsMatching } from "./topics-matching";
import { type CheckFailure, type OperationContext, type Properties, type PulsarResource } from "./resource";
import { type Show } from "./show";
import { clientText, topicStats } from "./topic-stats";
import { parseTopic, type PulsarTopic, topicOf, topicPath } from "./topic-path";

/**
 * Deletes the subscription of a member, and topics that only it uses, when it is destroyed; until then it does nothing. For
 * subscriptions that the instance itself made: on topics of a pattern, of a batch source, or of an operator manifest. What
 * somebody still reads is never deleted.
 */
export interface SubscriptionCleanupArgs {
  /**
   * Name of the subscription.
   * @example "retail/orders/enrich"
   */
  readonly subscription: string;
  /** Topics it is on: `persistent://tenant/namespace/topic`. */
  readonly topics?: readonly string[];
  /**
   * Regular expressions over the topics of a namespace, written as topic names. Topics are matched when the subscription is deleted.
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
  subscription: { required: true, check: matching(/^\S(.*\S)?$/, "is not a name of a subscription.") },
  topics: { check: checkTopics },
  patterns: { check: checkTopics },
  deleteTopics: { check: checkTopics },
  deleteWaitSeconds: {},
} as const satisfies Fields<SubscriptionCleanupArgs>;

/** Everything the subscription may be on, each topic once. */
async function topicsOf(admin: AdminClient, inputs: Properties): Promise<readonly PulsarTopic[]> {
  const stated = textsOf(inputs["topics"]).map(topicOf);
  const matched = await Promise.all(
    textsOf(inputs["patterns"]).map((pattern) => topicsMatching(admin, topicOf(pattern))),
  );
  return [...new Map([...stated, ...matched.flat()].map((topic) => [topic.full, topic])).values()];
}

async function unsubscribe(topic: PulsarTopic, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const subscription = requiredText(inputs, "subscription");
  if (!((await listSubscriptions(admin, topic)) ?? []).includes(subscription)) return;
  const text = `subscription ${subscription} of topic ${topic.full}`;
  await deleteWhenUnused(
    {
      what: `The ${text}`,
      attempt: () =>
        admin.send({
          method: "DELETE",
          path: topicPath(topic, "subscription", subscription),
          purpose: `delete ${text}`,
        }),
      users: async () => {
        const stats = await topicStats(admin, topic);
        return (stats?.subscriptions[subscription]?.consumers ?? []).map((client) => clientText("consumer", client));
      },
      help: "Stop these clients; the subscription is left as long as they read.",
    },
    inputs,
    context,
  );
}

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

async function cleanUp(inputs: Properties, context: OperationContext): Promise<void> {
  const topics = await topicsOf(cancellable(context.admin, context.signal), inputs);
  await Promise.all(topics.map((topic) => unsubscribe(topic, inputs, context)));
  await Promise.all(textsOf(inputs["deleteTopics"]).map((topic) => deleteTopic(topicOf(topic), inputs, context)));
}

export const subscriptionCleanup: PulsarResource = {
  type: "function-mesh:index:SubscriptionCleanup",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  create: (inputs) => Promise.resolve({ id: requiredText(inputs, "subscription"), outputs: inputs }),
  read: (id, state) =>
    Object.keys(state.inputs).length === 0
      ? Promise.reject(new Error("a clean-up stands for nothing that could be imported: leave the import out"))
      : Promise.resolve({ id, ...state }),
  update: (_id, _old, inputs) => Promise.resolve(inputs),
  delete: (_id, { inputs }, context) => cleanUp(inputs, context),
};
