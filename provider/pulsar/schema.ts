import { type SchemaSpec } from "../model/schema";
import { type AdminClient, cancellable } from "./admin/client";
import { unlessNotFound } from "./admin/error";
import { checkFields } from "./resource/check";
import { numberOf, recordOf, requiredText, textOf, textRecordOf } from "./resource/decode";
import { asDeclared, diffFields, differingFields } from "./resource/diff";
import { type Fields } from "./resource/field";
import { oneOf, textProperties } from "./resource/field-checks";
import { claim, isClaimedByAnother, judgeExisting, type OwnershipArgs, refuseUnlessUsable } from "./resource/ownership";
import { ownershipFields } from "./resource/ownership-fields";
import { expectKept } from "./resource/read-back";
import {
  type CheckFailure,
  type CheckResult,
  isImport,
  type OperationContext,
  type Properties,
  type PulsarResource,
  type Secrets,
} from "./resource/resource";
import { checkDefinition, normalDefinition, normalType, schemaTypes } from "./schema/schema-definition";
import { type Show, showOf } from "./resource/show";
import { normalTopic, parseTopic, type PulsarTopic, schemaPath, topicOf } from "./topic/topic-path";

/**
 * The schema of a topic's messages. A changed definition becomes a new version; a changed type or property makes the schema
 * anew. Its id, and what an import takes, is the full name of the topic.
 */
export interface SchemaArgs extends SchemaSpec, OwnershipArgs {
  /**
   * Name of the topic: `persistent://tenant/namespace/topic`.
   * @example "persistent://retail/orders/clicks"
   * @replace
   */
  readonly topic: string;
}

/** What a schema gives back besides its arguments. */
export interface SchemaOutputs {
  /**
   * The version that Pulsar gave it.
   * @integer
   */
  readonly version: number;
}

function checkTopic(value: unknown, path: string, show: Show): readonly CheckFailure[] {
  const isName = typeof value === "string" && parseTopic(value) !== undefined;
  return isName
    ? []
    : [{ property: path, reason: `${show(value)} is not a topic name: write persistent://tenant/namespace/topic.` }];
}

const fields = {
  topic: { required: true, replace: true, check: checkTopic, normal: normalTopic },
  type: { required: true, replace: true, check: oneOf(...schemaTypes), normal: normalType },
  definition: { default: "", normal: normalDefinition },
  // The broker takes a schema with other properties for the same one, and keeps the old properties.
  properties: { default: {}, replace: true, check: textProperties },
  ...ownershipFields,
} as const satisfies Fields<SchemaArgs>;

function check(inputs: Properties, _old?: Properties, secrets?: ReadonlySet<string>): CheckResult {
  const { inputs: complete, failures } = checkFields(fields, inputs, secrets);
  return { inputs: complete, failures: [...failures, ...checkDefinition(complete, showOf("type", secrets))] };
}

interface ActualSchema {
  readonly version: number;
  readonly type: string;
  readonly definition: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** The newest schema of a topic, or a certain version of it. */
async function readSchema(admin: AdminClient, topic: PulsarTopic, version?: number): Promise<ActualSchema | undefined> {
  const path = schemaPath(topic, "schema", ...(version === undefined ? [] : [String(version)]));
  const response = await unlessNotFound(
    admin.send({ method: "GET", path, purpose: `read the schema of topic ${topic.full}` }),
  );
  if (response === undefined) return undefined;
  const body = recordOf(response.json());
  return {
    version: numberOf(body["version"]) ?? 0,
    type: String(normalType(body["type"])),
    definition: textOf(body["data"]) ?? "",
    properties: textRecordOf(body["properties"]),
  };
}

/** A schema in our words, with those properties only that are declared: clients add their own. */
function actualFields({ type, definition, properties }: ActualSchema, declared: Properties): Properties {
  const wanted = textRecordOf(declared["properties"]);
  return {
    type,
    definition,
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => key in wanted)),
  };
}

const differing = (actual: ActualSchema, inputs: Properties, secrets?: Secrets): readonly string[] =>
  differingFields(fields, inputs, actualFields(actual, inputs), secrets);

/** Registers the schema and reads the version back that Pulsar says it has become. */
async function register(admin: AdminClient, inputs: Properties, secrets: Secrets): Promise<number> {
  const topic = topicOf(requiredText(inputs, "topic"));
  const body = { type: inputs["type"], schema: inputs["definition"] ?? "", properties: inputs["properties"] ?? {} };
  const purpose = `register the schema of topic ${topic.full}`;
  const response = await admin.send({ method: "POST", path: schemaPath(topic, "schema"), body, purpose });
  const version = numberOf(recordOf(recordOf(response.json())["version"])["version"]);
  if (version === undefined) throw new Error(`Pulsar gave the schema of topic ${topic.full} no version.`);
  await expectKept(`the schema of topic ${topic.full}`, async () => {
    const actual = await readSchema(admin, topic, version);
    return actual === undefined ? ["itself (it is not there)"] : differing(actual, inputs, secrets);
  });
  return version;
}

/** A schema that is there already and equal is used: to register it again would change nothing. */
async function createSchema(inputs: Properties, context: OperationContext): Promise<number> {
  const admin = cancellable(context.admin, context.signal);
  const topic = topicOf(requiredText(inputs, "topic"));
  const actual = await readSchema(admin, topic);
  if (actual === undefined) return register(admin, inputs, context.secrets);
  const differences = differing(actual, inputs, context.secrets);
  const verdict = judgeExisting({ stamp: undefined, differing: differences }, inputs, context.urn);
  refuseUnlessUsable(verdict, `The schema of topic ${topic.full}`, differences);
  return differences.length === 0 ? actual.version : register(admin, inputs, context.secrets);
}

/**
 * The version that counts: ours, when it is still one of the topic's, even if a client has registered a newer one since. To
 * register ours again would change nothing then, so that is no drift.
 */
async function currentSchema(
  admin: AdminClient,
  topic: PulsarTopic,
  { inputs, outputs }: { inputs: Properties; outputs: Properties },
): Promise<ActualSchema | undefined> {
  const newest = await readSchema(admin, topic);
  const version = numberOf(outputs["version"]);
  if (newest === undefined || version === undefined || newest.version === version) return newest;
  if (differing(newest, inputs).length === 0) return newest;
  const ours = await readSchema(admin, topic, version);
  return ours !== undefined && differing(ours, inputs).length === 0 ? ours : newest;
}

async function deleteSchema(topic: PulsarTopic, outputs: Properties, context: OperationContext): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const newest = await readSchema(admin, topic);
  if (newest === undefined) return;
  if (newest.version !== numberOf(outputs["version"]) || isClaimedByAnother("schema", topic.full, context)) {
    context.log("info", `The schema of topic ${topic.full} is no longer the one registered here and is left.`);
    return;
  }
  // Unforced, so that version numbers, which stored messages carry, are never given twice.
  const purpose = `delete the schema of topic ${topic.full}`;
  await unlessNotFound(admin.send({ method: "DELETE", path: schemaPath(topic, "schema"), purpose }));
}

export const schema: PulsarResource = {
  type: "function-mesh:pulsar:Schema",
  check,
  diff: (oldInputs, newInputs) => ({ changes: diffFields(fields, oldInputs, newInputs), deleteBeforeReplace: true }),
  async create(inputs, context) {
    const id = topicOf(requiredText(inputs, "topic")).full;
    if (context.preview) return { id, outputs: inputs };
    const version = await createSchema(inputs, context);
    claim("schema", id, context);
    return { id, outputs: { ...inputs, version } };
  },
  async read(id, state, context) {
    const topic = topicOf(id);
    const actual = await currentSchema(cancellable(context.admin, context.signal), topic, state);
    if (actual === undefined) return undefined;
    const { version, ...settings } = actual;
    const declared = isImport(state) ? check({ topic: topic.full, ...settings }).inputs : state.inputs;
    const inputs = asDeclared(fields, declared, actualFields(actual, declared));
    return { id, inputs, outputs: { ...inputs, version } };
  },
  async update(_id, old, inputs, context) {
    const needsBroker = diffFields(fields, old.inputs, inputs).some(({ path }) => !(path in ownershipFields));
    if (!needsBroker) return { ...inputs, version: old.outputs["version"] };
    if (context.preview) return inputs;
    return { ...inputs, version: await register(cancellable(context.admin, context.signal), inputs, context.secrets) };
  },
  delete: async (id, state, context) => {
    if (state.inputs["onDelete"] !== "retain") await deleteSchema(topicOf(id), state.outputs, context);
  },
};
