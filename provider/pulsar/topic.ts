import { type AdminClient, cancellable } from "./admin/client";
import { isAlreadyExists } from "./admin/error";
import { numberOf, requiredText, textRecordOf } from "./decode";
import { deleteWhenUnused, listed } from "./deletion";
import { asDeclared, diffFields, differingFields } from "./diff";
import { isTakenOver, judgeExisting, refuseUnlessUsable, stampKey, stampOf } from "./ownership";
import { ownershipFields } from "./ownership-fields";
import { expectKept } from "./read-back";
import {
  type OperationContext,
  type Properties,
  type PulsarResource,
  type Secrets,
  type StoredState,
} from "./resource";
import {
  type ActualTopic,
  completePartitions,
  deleteTopicOnce,
  growTopic,
  keepDeleteWhileInactive,
  mergeProperties,
  putTopic,
  readTopic,
  removeProperty,
} from "./topic-api";
import { showOf } from "./show";
import { checkTopicArgs, impossibleChange, topicFields } from "./topic-args";
import { type PulsarTopic, topicOf } from "./topic-path";
import { atRisk } from "./topic-risk";
import { clientText, topicStats } from "./topic-stats";

const nameOf = (inputs: Properties): PulsarTopic => topicOf(requiredText(inputs, "topic"));
const partitionsOf = (inputs: Properties): number => numberOf(inputs["partitions"]) ?? 0;
const outputsOf = (inputs: Properties, stamp: unknown): Properties => ({
  ...inputs,
  fullName: nameOf(inputs).full,
  stamp,
});

/** The topic's settings in our words, with those properties only that are declared: others are not ours. */
function actualFields(actual: ActualTopic, declared: Properties): Properties {
  const wanted = textRecordOf(declared["properties"]);
  const owned = Object.entries(actual.properties ?? {}).filter(([key]) => key in wanted);
  return {
    partitions: actual.partitions,
    ...(actual.properties === undefined ? {} : { properties: Object.fromEntries(owned) }),
  };
}

async function createTopic(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const topic = nameOf(inputs);
  const properties = { ...textRecordOf(inputs["properties"]), [stampKey]: stampOf(context.urn) };
  try {
    await putTopic(admin, { topic, partitions: partitionsOf(inputs), properties });
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    await takeOver(admin, inputs, { context, mayBeOurs: error.mayHaveTakenEffect });
  }
  await protect(admin, inputs, undefined);
  await verify(admin, inputs, context.secrets);
}

async function takeOver(
  admin: AdminClient,
  inputs: Properties,
  { context: { urn, secrets }, mayBeOurs }: { context: OperationContext; mayBeOurs: boolean },
): Promise<void> {
  const topic = nameOf(inputs);
  const actual = await readTopic(admin, topic);
  if (actual === undefined) throw new Error(`Topic ${topic.full} existed a moment ago and is gone: run again.`);
  const differing = conflicts(inputs, actual, secrets);
  // No mark: the topic is not persistent, or the broker died before it wrote properties. When the answer to our own create
  // was lost, such a topic is that one.
  const isOurs = mayBeOurs && actual.stamp === undefined && differing.length === 0;
  const verdict = isOurs ? "ours" : judgeExisting({ stamp: actual.stamp, differing }, inputs, urn);
  refuseUnlessUsable(verdict, `Topic ${topic.full}`, differing);
  if (verdict === "ours" && actual.partitions > 0) await completePartitions(admin, topic);
  await change(admin, inputs, { actual, dropped: [], urn, secrets });
}

/** What stands against taking a topic over. A property that is missing does not: adding it takes nothing from anybody. */
function conflicts(inputs: Properties, actual: ActualTopic, secrets: Secrets): readonly string[] {
  const present = Object.entries(textRecordOf(inputs["properties"])).filter(
    ([key]) => key in (actual.properties ?? {}),
  );
  const declared = { ...inputs, properties: Object.fromEntries(present) };
  return differingFields(topicFields, declared, actualFields(actual, declared), secrets);
}

interface TopicChange {
  readonly actual: ActualTopic;
  /** Keys of properties that were declared and no longer are. */
  readonly dropped: readonly string[];
  readonly urn: string;
  readonly secrets: Secrets;
}

/** Brings partitions, properties and mark to what is declared. */
async function change(
  admin: AdminClient,
  inputs: Properties,
  { actual, dropped, urn, secrets }: TopicChange,
): Promise<void> {
  const topic = nameOf(inputs);
  const partitions = partitionsOf(inputs);
  const impossible = impossibleChange(actual.partitions, partitions, showOf("partitions", secrets));
  if (impossible !== undefined) throw new Error(`Topic ${topic.full}: ${impossible}`);
  if (partitions > actual.partitions) await growTopic(admin, topic, partitions);
  const wanted: Readonly<Record<string, string>> = { ...textRecordOf(inputs["properties"]), [stampKey]: stampOf(urn) };
  const found: Readonly<Record<string, string | undefined>> = { ...actual.properties, [stampKey]: actual.stamp };
  await mergeProperties(
    admin,
    topic,
    Object.fromEntries(Object.entries(wanted).filter(([key, value]) => found[key] !== value)),
  );
  for (const key of dropped) await removeProperty(admin, topic, key);
}

/** Sets the protection and reads it back; the broker's default needs no call, except where the topic says something else. */
async function protect(admin: AdminClient, inputs: Properties, actual: ActualTopic | undefined): Promise<void> {
  const wanted = inputs["deleteWhileInactive"] === true;
  if (wanted && actual === undefined) return;
  if ((actual?.deleteWhileInactive ?? true) !== wanted || actual === undefined)
    await keepDeleteWhileInactive(admin, nameOf(inputs), wanted);
}

async function verify(admin: AdminClient, inputs: Properties, secrets: Secrets): Promise<void> {
  const topic = nameOf(inputs);
  const withProperties = inputs["properties"] !== undefined;
  await expectKept(`topic ${topic.full}`, async () => {
    const actual = await readTopic(admin, topic, { withProperties, withPolicies: false });
    if (actual === undefined) return ["itself (it is not there)"];
    return differingFields(topicFields, inputs, actualFields(actual, inputs), secrets);
  });
}

async function updateTopic(old: StoredState, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const actual = await readTopic(admin, nameOf(inputs));
  if (actual === undefined) throw new Error(`Topic ${nameOf(inputs).full} is gone: refresh, then it is made again.`);
  const wanted = textRecordOf(inputs["properties"]);
  const dropped = Object.keys(textRecordOf(old.inputs["properties"])).filter((key) => !(key in wanted));
  await change(admin, inputs, { actual, dropped, urn: context.urn, secrets: context.secrets });
  await protect(admin, inputs, actual);
  await verify(admin, inputs, context.secrets);
}

/** An import declares what the broker has; a topic that says nothing of its inactivity is protected with the next update. */
function imported(topic: PulsarTopic, actual: ActualTopic): Properties {
  const hasProperties = Object.keys(actual.properties ?? {}).length > 0;
  const { partitions, properties, deleteWhileInactive } = actual;
  const known = { partitions, ...(hasProperties ? { properties } : {}), deleteWhileInactive };
  return checkTopicArgs({ topic: topic.full, ...known }, undefined).inputs;
}

async function deleteTopic(
  topic: PulsarTopic,
  { inputs, outputs }: StoredState,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const actual = await readTopic(admin, topic);
  if (actual === undefined) return;
  if (isTakenOver(actual.stamp, outputs, context.urn)) {
    context.log("info", `Topic ${topic.full} belongs to another resource now and is left.`);
    return;
  }
  const risks = inputs["onDelete"] === "force" ? [] : await atRisk(admin, topic);
  if (risks.length > 0) {
    throw new Error(
      `Topic ${topic.full} is not deleted, since it holds ${listed(risks)}. Set onDelete to "force" to lose them.`,
    );
  }
  await deleteWhenUnused(
    {
      what: `Topic ${topic.full}`,
      attempt: () => deleteTopicOnce(admin, topic, actual.partitions > 0),
      users: () => clientsOf(admin, topic),
      help: "Stop these clients; they would make the topic anew.",
    },
    inputs,
    context,
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

export const topic: PulsarResource = {
  type: "function-mesh:pulsar:Topic",
  check: checkTopicArgs,
  diff: (oldInputs, newInputs) => ({ changes: diffFields(topicFields, oldInputs, newInputs) }),
  async create(inputs, context) {
    if (!context.preview) await createTopic(inputs, context);
    return { id: nameOf(inputs).full, outputs: outputsOf(inputs, stampOf(context.urn)) };
  },
  async read(id, state, context) {
    const admin = cancellable(context.admin, context.signal);
    const isImport = Object.keys(state.inputs).length === 0;
    const withProperties = isImport || state.inputs["properties"] !== undefined;
    const actual = await readTopic(admin, topicOf(id), { withProperties, withPolicies: true });
    if (actual === undefined) return undefined;
    const declared = isImport ? imported(topicOf(id), actual) : state.inputs;
    const deleteWhileInactive =
      isImport || !topicOf(id).persistent ? {} : { deleteWhileInactive: actual.deleteWhileInactive ?? true };
    const inputs = asDeclared(topicFields, declared, { ...actualFields(actual, declared), ...deleteWhileInactive });
    const stamp = state.outputs["stamp"] ?? actual.stamp ?? stampOf(context.urn);
    return { id, inputs, outputs: outputsOf(inputs, stamp) };
  },
  async update(_id, old, inputs, context) {
    const needsBroker = diffFields(topicFields, old.inputs, inputs).some(({ path }) => !(path in ownershipFields));
    if (!context.preview && needsBroker) await updateTopic(old, inputs, context);
    return outputsOf(inputs, needsBroker ? stampOf(context.urn) : (old.outputs["stamp"] ?? stampOf(context.urn)));
  },
  delete: async (id, state, context) => {
    if (state.inputs["onDelete"] !== "retain") await deleteTopic(topicOf(id), state, context);
  },
};
