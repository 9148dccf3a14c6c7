import { type SubscriptionPosition } from "../model/reader";
import { isUnknown } from "../model/unknown";
import { type AdminClient, cancellable } from "./admin/client";
import { isAlreadyExists } from "./admin/error";
import { checkFields } from "./check";
import { requiredText } from "./decode";
import { deleteWhenUnused } from "./deletion";
import { diffFields } from "./diff";
import { type Fields } from "./field";
import { oneOf, subscriptionName } from "./field-checks";
import {
  isTakenOver,
  judgeExisting,
  type OwnershipArgs,
  refuseUnlessUsable,
  type StampedOutputs,
  stampKey,
  stampOf,
} from "./ownership";
import { ownershipFields } from "./ownership-fields";
import { expectKept } from "./read-back";
import { unstamp, yieldToReaders } from "./reader-marks";
import { isReadInRun } from "./readers-of-run";
import {
  type CheckFailure,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type StoredState,
} from "./resource";
import { type Show } from "./show";
import { subscriptionPath } from "./subscription-path";
import { changeProperties, subscriptionProperties } from "./subscription-properties";
import { topicMetadata } from "./topic-metadata";
import { normalTopic, parseTopic, type PulsarTopic, topicOf } from "./topic-path";
import { clientText, topicStats } from "./topic-stats";
import { errorMessage } from "../model/error-message";

/**
 * A durable subscription of a persistent topic: from its creation on, no message is missed. Its id, and what an import takes,
 * is `<full topic name>#<subscription>`, with `%25` and `%23` for `%` and `#` in the topic's name.
 */
export interface SubscriptionArgs extends OwnershipArgs {
  /**
   * Name of the topic, which has to exist: `persistent://tenant/namespace/topic`.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
  /**
   * Name of the subscription.
   * @example "billing"
   * @replace
   */
  readonly subscription: string;
  /**
   * Where the subscription starts when it is made. Later changes move nothing: the broker knows only where readers are now.
   * @default "earliest"
   * @example "latest"
   */
  readonly position?: SubscriptionPosition;
}

/** What a subscription gives back besides its arguments. */
export type SubscriptionOutputs = StampedOutputs;

function checkTopic(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const topic = typeof value === "string" ? parseTopic(value) : undefined;
  if (topic === undefined) {
    return [
      { property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` },
    ];
  }
  const reason = `${show(value)} keeps no messages, so it can have no durable subscription.`;
  return topic.persistent ? [] : [{ property: path, reason }];
}

const fields = {
  topic: { required: true, replace: true, check: checkTopic, normal: normalTopic },
  subscription: { required: true, replace: true, check: subscriptionName },
  position: { default: "earliest", check: oneOf("earliest", "latest") },
  ...ownershipFields,
} as const satisfies Fields<SubscriptionArgs>;

interface SubscriptionName {
  readonly topic: PulsarTopic;
  readonly subscription: string;
  readonly text: string;
}

const named = (topic: PulsarTopic, subscription: string): SubscriptionName => ({
  topic,
  subscription,
  text: `subscription ${subscription} of topic ${topic.full}`,
});

const nameOf = (inputs: Properties): SubscriptionName =>
  named(topicOf(requiredText(inputs, "topic")), requiredText(inputs, "subscription"));

const idOf = ({ topic, subscription }: SubscriptionName): string =>
  `${topic.full.replaceAll("%", "%25").replaceAll("#", "%23")}#${subscription}`;

function parseId(id: string): SubscriptionName {
  const [, topic, subscription] = /^([^#]+)#(.+)$/.exec(id) ?? [];
  if (topic === undefined || subscription === undefined) {
    throw new Error(`${JSON.stringify(id)} is not an id of a subscription: write <full topic name>#<subscription>.`);
  }
  return named(topicOf(topic.replaceAll("%23", "#").replaceAll("%25", "%")), subscription);
}

const pathOf = ({ topic, subscription }: SubscriptionName, ...rest: readonly string[]): string =>
  subscriptionPath(topic, subscription, ...rest);

const readProperties = (
  admin: AdminClient,
  { topic, subscription: name }: SubscriptionName,
): Promise<Readonly<Record<string, string>> | undefined> => subscriptionProperties(admin, topic, name);

/** Marks a subscription as ours. */
const writeStamp = (admin: AdminClient, name: SubscriptionName, urn: string): Promise<void> =>
  changeProperties(admin, name, (properties) =>
    properties[stampKey] === stampOf(urn) ? undefined : { ...properties, [stampKey]: stampOf(urn) },
  );

const farthest = 9223372036854775807n;
/** The positions as message ids, the only form that takes properties along. */
const messageIds = {
  earliest: { ledgerId: -1, entryId: -1 },
  latest: { ledgerId: farthest, entryId: farthest },
} as const satisfies Record<SubscriptionPosition, object>;

async function createSubscription(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const name = nameOf(inputs);
  // The broker would make a missing topic itself: one without partitions, without protection, and nobody's.
  if ((await topicMetadata(admin, name.topic)) === undefined) {
    throw new Error(`Could not create ${name.text}: the topic does not exist.`);
  }
  const position = messageIds[inputs["position"] === "latest" ? "latest" : "earliest"];
  const body = { ...position, partitionIndex: -1, isExcluded: false, properties: { [stampKey]: stampOf(context.urn) } };
  try {
    await admin.send({ method: "PUT", path: pathOf(name), body, purpose: `create ${name.text}` });
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    const stamp = (await readProperties(admin, name))?.[stampKey];
    // Nothing else of a subscription can be read, so one that is there is always as declared.
    const verdict = judgeExisting({ stamp, differing: [] }, inputs, context.urn);
    refuseUnlessUsable(verdict, capitalised(name.text), []);
    if (verdict !== "ours") await writeStamp(admin, name, context.urn);
  }
  await expectKept(name.text, async () => {
    const properties = await readProperties(admin, name);
    if (properties === undefined) return ["itself (it is not there)"];
    return properties[stampKey] === stampOf(context.urn) ? [] : [`its mark ${stampKey}`];
  });
}

async function deleteSubscription(
  name: SubscriptionName,
  { inputs, outputs }: StoredState,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const properties = await readProperties(admin, name);
  if (properties === undefined) return;
  if (isTakenOver(properties[stampKey], outputs, context.urn)) {
    context.log("info", `${capitalised(name.text)} belongs to another resource now and is left.`);
    return;
  }
  if (await isLeftToReaders(name, outputs, context)) {
    context.log("info", `${capitalised(name.text)} is left to the member that reads it, and goes with its clean-up.`);
    return;
  }
  await deleteWhenUnused(
    {
      what: capitalised(name.text),
      attempt: () => admin.send({ method: "DELETE", path: pathOf(name), purpose: `delete ${name.text}` }),
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
async function retain(name: SubscriptionName, outputs: Properties, context: OperationContext): Promise<void> {
  try {
    await unstamp(name, isOwnStamp(outputs, context), context);
  } catch (error) {
    const reason = errorMessage(error);
    context.log("warning", `${capitalised(name.text)} keeps the mark ${stampKey} among its properties: ${reason}`);
  }
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const subscription: PulsarResource = {
  type: "function-mesh:pulsar:Subscription",
  check: (inputs, _old, secrets) => checkFields(fields, inputs, secrets),
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs) }),
  async create(inputs, context) {
    if (!context.preview) await createSubscription(inputs, context);
    return { id: idOf(nameOf(inputs)), outputs: { ...inputs, stamp: stampOf(context.urn) } };
  },
  async read(id, state, context) {
    const name = parseId(id);
    const properties = await readProperties(cancellable(context.admin, context.signal), name);
    if (properties === undefined) return undefined;
    const isImport = Object.keys(state.inputs).length === 0;
    const identity = { topic: name.topic.full, subscription: name.subscription };
    const inputs = isImport ? checkFields(fields, identity).inputs : state.inputs;
    const stamp = state.outputs["stamp"] ?? properties[stampKey] ?? stampOf(context.urn);
    return { id, inputs, outputs: { ...inputs, stamp } };
  },
  update(_id, old, inputs, context) {
    if (old.inputs["position"] !== inputs["position"] && !isUnknown(inputs["position"])) {
      context.log(
        "warning",
        `${capitalised(nameOf(inputs).text)} stays where its readers are: position counts only when it is made.`,
      );
    }
    return Promise.resolve({ ...inputs, stamp: old.outputs["stamp"] ?? stampOf(context.urn) });
  },
  delete: (id, state, context) =>
    state.inputs["onDelete"] === "retain"
      ? retain(parseId(id), state.outputs, context)
      : deleteSubscription(parseId(id), state, context),
};
