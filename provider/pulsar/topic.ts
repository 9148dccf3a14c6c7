import { cancellable } from "./admin/client";
import { asDeclared, diffFields } from "./resource/diff";
import { previewForeignMark } from "./resource/foreign-mark";
import { isIncomplete } from "./resource/incomplete";
import { claim, stampOf } from "./resource/ownership";
import { ownershipFields } from "./resource/ownership-fields";
import { isImport, type OperationContext, type Properties, type PulsarResource } from "./resource/resource";
import { readTopic } from "./topic/topic-api";
import { checkTopicArgs, topicFields } from "./topic/topic-args";
import { createTopic, updateTopic } from "./topic/topic-change";
import { readSettledTopic } from "./topic/settled-topic";
import { deleteTopic } from "./topic/topic-deletion";
import { type PulsarTopic, topicOf } from "./topic/topic-path";
import {
  actualFields,
  imported,
  isUnprotected,
  nameOf,
  outputsOf,
  saysInactivity,
  wholeTopic,
} from "./topic/topic-state";

/** Arguments that concern what we do, and nothing at the broker. */
const ownWords: readonly string[] = [...Object.keys(ownershipFields), "partitionLimit"];

const warnOfInactivity = ({ full }: PulsarTopic, context: OperationContext): void =>
  context.log(
    "warning",
    `Topic ${full} is imported as it is: the broker may still delete it, with its messages, while nobody uses it. ` +
      `Run "pulumi up --refresh" to keep it from that, or state deleteWhileInactive: true.`,
  );

function previewTopicMark(inputs: Properties, context: OperationContext): Promise<void> {
  const name = nameOf(inputs);
  return previewForeignMark(inputs, context, {
    what: `Topic ${name.full}`,
    stamp: async (admin) =>
      (await readTopic(admin, name, { withProperties: true, withInactivity: false, policies: [] }))?.stamp,
  });
}

export const topic: PulsarResource = {
  type: "function-mesh:pulsar:Topic",
  check: checkTopicArgs,
  diff: (oldInputs, newInputs) => ({ changes: diffFields(topicFields, oldInputs, newInputs) }),
  registered(inputs, context) {
    claim("topic", nameOf(inputs).full, context);
  },
  async create(inputs, context) {
    if (context.preview) await previewTopicMark(inputs, context);
    else {
      await createTopic(inputs, context);
      claim("topic", nameOf(inputs).full, context);
    }
    return { id: nameOf(inputs).full, outputs: outputsOf(inputs, stampOf(context.urn)) };
  },
  async read(id, state, context) {
    const admin = cancellable(context.admin, context.signal);
    const name = topicOf(id);
    const actual = isImport(state)
      ? await readTopic(admin, name, wholeTopic)
      : await readSettledTopic(admin, name, state.inputs);
    if (actual === undefined) return undefined;
    if (isImport(state) && isUnprotected(name, actual)) warnOfInactivity(name, context);
    const declared = isImport(state) ? imported(name, actual) : state.inputs;
    const inactivity =
      isImport(state) || !name.persistent || !saysInactivity(declared)
        ? {}
        : { deleteWhileInactive: actual.deleteWhileInactive ?? true };
    const inputs = asDeclared(topicFields, declared, { ...actualFields(actual, declared), ...inactivity });
    const stamp = state.outputs["stamp"] ?? actual.stamp ?? stampOf(context.urn);
    return { id, inputs, outputs: outputsOf(inputs, stamp) };
  },
  async update(_id, old, inputs, context) {
    const changes = diffFields(topicFields, old.inputs, inputs);
    const needsBroker = isIncomplete(old) || changes.some(({ path }) => !ownWords.includes(path));
    if (!context.preview && needsBroker) await updateTopic(old, inputs, context);
    return outputsOf(inputs, needsBroker ? stampOf(context.urn) : (old.outputs["stamp"] ?? stampOf(context.urn)));
  },
  delete: async (id, state, context) => {
    if (state.inputs["onDelete"] !== "retain") await deleteTopic(topicOf(id), state, context);
  },
};
