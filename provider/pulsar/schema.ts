import { type AdminClient, cancellable } from "./admin/client";
import { numberOf } from "./resource/decode";
import { asDeclared, diffFields } from "./resource/diff";
import { isLeftToOthers } from "./resource/of-others";
import { claim, leaveToAnother } from "./resource/ownership";
import { ownershipFields } from "./resource/ownership-fields";
import {
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type StoredState,
} from "./resource/resource";
import { type ActualSchema, readSchema, removeSchema, schemaBody, schemaTopic } from "./schema/schema-api";
import { checkSchema, fieldsAtBroker, schemaFields } from "./schema/schema-args";
import { createSchema, currentSchema, refuseKept, registerSchema } from "./schema/schema-change";
import { previewCreate, previewUpdate } from "./schema/schema-preview";
import { actualFields, importedFields } from "./schema/schema-state";
import { isOwnVersion, versionsOf, withOwn } from "./schema/schema-versions";
import { type PulsarTopic, topicOf } from "./topic/topic-path";

/** Declared arguments that concern the broker, and not only what we do. */
const isAtBroker = (old: Properties, inputs: Properties): boolean =>
  diffFields(schemaFields, old, inputs).some(({ path }) => !(path in ownershipFields));

async function readState(admin: AdminClient, topic: PulsarTopic, state: StoredState, newest: ActualSchema) {
  const declared = isImport(state)
    ? checkSchema({ topic: topic.full, ...importedFields(newest) }).inputs
    : state.inputs;
  const version = numberOf(state.outputs["version"]);
  const actual = await currentSchema(admin, declared, { newest, version });
  const inputs = asDeclared(fieldsAtBroker, declared, actualFields(actual, declared));
  const versions = { version: actual.version, latestVersion: newest.version };
  return { inputs, outputs: { ...inputs, ...withOwn(versions, state.outputs) } };
}

async function deleteSchema(topic: PulsarTopic, { inputs, outputs }: StoredState, context: OperationContext) {
  const admin = cancellable(context.admin, context.signal);
  const newest = await readSchema(admin, topic);
  if (newest === undefined) return;
  const force = inputs["onDelete"] === "force";
  const claimed = { kind: "schema", id: topic.full, what: `The schema of topic ${topic.full}` };
  if (leaveToAnother(claimed, context) || isLeftToOthers(claimed, context)) return;
  if (!isOwnVersion(newest.version, outputs) && !force) {
    context.log("info", `The schema of topic ${topic.full} is no longer the one registered here and is left.`);
    return;
  }
  await removeSchema(admin, topic, force);
}

export const schema: PulsarResource = {
  type: "function-mesh:pulsar:Schema",
  check: checkSchema,
  diff: (oldInputs, newInputs) => ({
    changes: diffFields(schemaFields, oldInputs, newInputs),
    deleteBeforeReplace: true,
  }),
  registered(inputs, context) {
    claim("schema", schemaTopic(inputs).full, context);
  },
  async create(inputs, context) {
    const id = schemaTopic(inputs).full;
    if (context.preview) {
      await previewCreate(inputs, context);
      return { id, outputs: inputs };
    }
    const versions = withOwn(await createSchema(inputs, context), {});
    claim("schema", id, context);
    return { id, outputs: { ...inputs, ...versions } };
  },
  async read(id, state, context) {
    const topic = topicOf(id);
    const admin = cancellable(context.admin, context.signal);
    const newest = await readSchema(admin, topic);
    return newest === undefined ? undefined : { id: topic.full, ...(await readState(admin, topic, state, newest)) };
  },
  async update(_id, old, inputs, context) {
    if (!isAtBroker(old.inputs, inputs)) return { ...inputs, ...versionsOf(old.outputs) };
    if (context.preview) {
      await previewUpdate(old, inputs, context);
      return inputs;
    }
    refuseKept(schemaBody(old.inputs), inputs, context.secrets);
    return { ...inputs, ...withOwn(await registerSchema(inputs, context), old.outputs) };
  },
  delete: async (id, state, context) => {
    if (state.inputs["onDelete"] !== "retain") await deleteSchema(topicOf(id), state, context);
  },
};
