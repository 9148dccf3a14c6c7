import { type AdminClient, cancellable } from "../admin/client";
import { isAlreadyExists } from "../admin/error";
import { recordOf, textRecordOf } from "../resource/decode";
import { diffFields, differingFields } from "../resource/diff";
import { warnOfForeignMark } from "../resource/foreign-mark";
import { isIncomplete, keptWhenMade } from "../resource/incomplete";
import { judgeExisting, refuseUnlessUsable, stampKey, stampOf } from "../resource/ownership";
import { expectKept } from "../resource/read-back";
import { type OperationContext, type Properties, type Secrets, type StoredState } from "../resource/resource";
import { showOf } from "../resource/show";
import { growTopic } from "./grow-topic";
import {
  type ActualTopic,
  completePartitions,
  mergeProperties,
  putTopic,
  readTopic,
  removeProperty,
} from "./topic-api";
import { impossibleChange, topicFields } from "./topic-args";
import { isUntouched } from "./topic-untouched";
import { keepDeleteWhileInactive } from "./topic-inactivity";
import { stillThere } from "../resource/still-there";
import { topicPolicies, topicPolicyTable } from "./topic-policies";
import {
  declaredPolicies,
  differingPolicies,
  isUnset,
  ownedPolicies,
  stillSet,
  writePolicies,
} from "./topic-policy-calls";
import { actualFields, nameOf, outputsOf, partitionsOf, readingFor, saysInactivity } from "./topic-state";

export async function createTopic(inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const topic = nameOf(inputs);
  const properties = { ...textRecordOf(inputs["properties"]), [stampKey]: stampOf(context.urn) };
  try {
    await putTopic(admin, { topic, partitions: partitionsOf(inputs), properties });
  } catch (error) {
    if (!isAlreadyExists(error)) throw error;
    await takeOver(admin, inputs, { context, mayBeOurs: error.mayHaveTakenEffect });
    return;
  }
  await keptWhenMade({ id: topic.full, outputs: outputsOf(inputs, stampOf(context.urn)) }, async () => {
    await writePolicies(admin, topic, { names: declaredPolicies(inputs), wanted: inputs, before: {} });
    await complete(admin, inputs, context.secrets);
  });
}

async function complete(admin: AdminClient, inputs: Properties, secrets: Secrets): Promise<void> {
  await protect(admin, inputs, undefined);
  await verify(admin, inputs, { dropped: {}, droppedProperties: [], secrets });
}

async function takeOver(
  admin: AdminClient,
  inputs: Properties,
  { context, mayBeOurs }: { context: OperationContext; mayBeOurs: boolean },
): Promise<void> {
  const { urn, secrets } = context;
  const topic = nameOf(inputs);
  const actual = await readTopic(admin, topic, { ...readingFor(inputs), withProperties: true, withInactivity: false });
  if (actual === undefined) throw new Error(`Topic ${topic.full} existed a moment ago and is gone: run again.`);
  const differing = await differencesToTakeOver(admin, inputs, { actual, secrets });
  // No mark: the topic is not persistent, or the broker died before it wrote properties. When the answer to our own create
  // was lost, such a topic is that one.
  const isOurs = mayBeOurs && actual.stamp === undefined && contradictions(inputs, actual, secrets).length === 0;
  const verdict = isOurs ? "ours" : judgeExisting({ stamp: actual.stamp, differing }, inputs, urn);
  refuseUnlessUsable(verdict, `Topic ${topic.full}`, differing);
  warnOfForeignMark({ what: `Topic ${topic.full}`, stamp: actual.stamp }, context);
  if (verdict === "ours" && actual.partitions > 0) await completePartitions(admin, topic);
  await change(admin, inputs, { actual, dropped: [], urn, secrets });
  const before = ownedPolicies(actual.policies, inputs);
  await changePolicies(admin, inputs, { names: declaredPolicies(inputs), before });
  await complete(admin, inputs, secrets);
}

/**
 * What stands against taking a topic over as it is. Nothing does with a bare topic that nobody has used, as a broker leaves it
 * that dies while it makes one: to set policies there takes nothing from anybody.
 */
async function differencesToTakeOver(
  admin: AdminClient,
  inputs: Properties,
  { actual, secrets }: Pick<TopicChange, "actual" | "secrets">,
): Promise<readonly string[]> {
  const differing = conflicts(inputs, actual, secrets);
  const mayBeBare = differing.length > 0 && contradictions(inputs, actual, secrets).length === 0;
  return mayBeBare && (await isUntouched(admin, nameOf(inputs), actual)) ? [] : differing;
}

/** Conflicts with what the topic itself says; a policy that is not set there is none. */
function contradictions(inputs: Properties, actual: ActualTopic, secrets: Secrets): readonly string[] {
  const isSaid = ([name]: readonly [string, unknown]): boolean =>
    !(name in topicPolicyTable) || !isUnset(name, actual.policies[name]);
  return conflicts(Object.fromEntries(Object.entries(inputs).filter(isSaid)), actual, secrets);
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

async function changePolicies(
  admin: AdminClient,
  inputs: Properties,
  { names, before }: { readonly names: readonly string[]; readonly before: Properties },
): Promise<void> {
  const differing = differingPolicies(names, inputs, before);
  await writePolicies(admin, nameOf(inputs), { names: differing, wanted: inputs, before });
}

/** Sets the protection and reads it back; the broker's default needs no call, except where the topic says something else. */
async function protect(admin: AdminClient, inputs: Properties, actual: ActualTopic | undefined): Promise<void> {
  if (!saysInactivity(inputs)) return;
  const wanted = inputs["deleteWhileInactive"] === true;
  if (wanted && actual === undefined) return;
  if ((actual?.deleteWhileInactive ?? true) !== wanted || actual === undefined)
    await keepDeleteWhileInactive(admin, nameOf(inputs), wanted);
}

interface Verification {
  /** Policies that were declared and no longer are, as they were. */
  readonly dropped: Properties;
  readonly droppedProperties: readonly string[];
  readonly secrets: Secrets;
}

async function verify(
  admin: AdminClient,
  inputs: Properties,
  { dropped, droppedProperties, secrets }: Verification,
): Promise<void> {
  const topic = nameOf(inputs);
  const reading = readingFor(inputs);
  const withProperties = reading.withProperties || droppedProperties.length > 0;
  await expectKept(`topic ${topic.full}`, async () => {
    const policies = [...reading.policies, ...Object.keys(dropped)];
    const actual = await readTopic(admin, topic, { withProperties, withInactivity: false, policies });
    if (actual === undefined) return ["itself (it is not there)"];
    return [
      ...differingFields(topicFields, inputs, actualFields(actual, inputs), secrets),
      ...stillSet(Object.keys(dropped), ownedPolicies(actual.policies, dropped)),
      ...stillThere(droppedProperties, actual.properties ?? {}),
    ];
  });
}

export async function updateTopic(old: StoredState, inputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const changed = changedPolicies(old.inputs, inputs);
  const names = isIncomplete(old) ? [...new Set([...changed, ...declaredPolicies(inputs)])] : changed;
  const reading = { withProperties: true, withInactivity: true, policies: names };
  const actual = await readTopic(admin, nameOf(inputs), reading);
  if (actual === undefined) throw new Error(`Topic ${nameOf(inputs).full} is gone: refresh, then it is made again.`);
  const wanted = textRecordOf(inputs["properties"]);
  const dropped = Object.keys(textRecordOf(old.inputs["properties"])).filter((key) => !(key in wanted));
  await change(admin, inputs, { actual, dropped, urn: context.urn, secrets: context.secrets });
  const before = ownedPolicies(actual.policies, everDeclared(old.inputs, inputs));
  await changePolicies(admin, inputs, { names, before });
  // What the topic said of its inactivity is unset by now where it said it in other words.
  await protect(admin, inputs, names.includes("inactiveTopicPolicies") ? undefined : actual);
  const unset = names.filter((name) => inputs[name] === undefined && name !== "inactiveTopicPolicies");
  const gone = Object.fromEntries(unset.map((name) => [name, old.inputs[name]]));
  await verify(admin, inputs, { dropped: gone, droppedProperties: dropped, secrets: context.secrets });
}

/** The quotas that are, or were, ours. */
const everDeclared = (old: Properties, inputs: Properties): Properties => ({
  backlogQuota: { ...recordOf(old["backlogQuota"]), ...recordOf(inputs["backlogQuota"]) },
});

const changedPolicies = (old: Properties, inputs: Properties): readonly string[] => {
  const changed = new Set(diffFields(topicPolicies, old, inputs).map(({ path }) => path.split(/[.[]/)[0] ?? path));
  return Object.keys(topicPolicyTable).filter((name) => changed.has(name));
};
