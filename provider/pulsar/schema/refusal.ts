import { type AdminClient } from "../admin/client";
import { AdminError } from "../admin/error";
import { recordOf, textOf } from "../resource/decode";
import { listed } from "../resource/deletion";
import { type Properties, type Secrets } from "../resource/resource";
import { type PulsarTopic } from "../topic/topic-path";
import { definitionChanges } from "./definition-changes";
import { type ActualSchema, askCompatibility, readSchema, schemaBody } from "./schema-api";
import { keyValueFields } from "./key-value";
import { normalType } from "./schema-types";

/** Why Pulsar does not take a schema. */
export type RefusalKind = "incompatible" | "otherType" | "invalid" | "unreadable";

interface RefusalRow {
  readonly kind: RefusalKind;
  readonly says: RegExp;
}

/** By what Pulsar 4.0.8 says, with statuses 409 and 422, and 500 for the same when it is only asked. */
const rows: readonly RefusalRow[] = [
  { kind: "otherType", says: /exists schema type \w+, new schema type \w+/ },
  {
    kind: "incompatible",
    says: /compatibility check with strategy|not allowed under the '\w+' strategy|[Ii]ncompatible/,
  },
  // What we check before excludes these in ours.
  { kind: "unreadable", says: /Invalid default for field|Type not supported/ },
  { kind: "invalid", says: /Invalid schema definition|deserialize .* failed|client-side schema type|is not supported/ },
];

/** `undefined` for a failure of another kind: a lack of rights, a broker that is down. */
export function refusalKind(error: unknown): RefusalKind | undefined {
  if (!(error instanceof AdminError) || ![409, 422, 500].includes(error.status ?? 0)) return undefined;
  return rows.find(({ says }) => says.test(error.reason))?.kind;
}

interface Refused {
  readonly admin: AdminClient;
  readonly topic: PulsarTopic;
  readonly inputs: Properties;
  readonly secrets: Secrets;
}

/** The sentence for a refusal, with what Pulsar leaves out: what it compared with, and by which rule. */
export async function refusalOf(error: AdminError, kind: RefusalKind, refused: Refused): Promise<Error> {
  const { admin, topic, inputs, secrets } = refused;
  const isSecret = ["definition", "key", "value", "properties"].some((name) => secrets?.has(name) === true);
  const said = isSecret || error.reason === "" ? "" : ` Pulsar says: "${error.reason.replace(/:$/, "")}".`;
  if (kind === "invalid") {
    const what = `Pulsar cannot read the schema of topic ${topic.full}`;
    return new Error(`${what}.${said} Write a definition of type ${String(inputs["type"])}.`, { cause: error });
  }
  if (kind === "unreadable") {
    return new Error(
      `Pulsar cannot compare the schema of topic ${topic.full} with an earlier version, which it took and cannot read.${said} ` +
        `It takes no other until the topic's schema is deleted: \`pulsar-admin schemas delete --force ${topic.full}\`, after which older messages cannot be decoded.`,
      { cause: error },
    );
  }
  const newest = await readSchema(admin, topic).catch(() => undefined);
  const strategy = strategyIn(error.reason) ?? (await strategyOf(admin, topic, newest));
  const facts = { topic, newest, strategy: strategy === undefined ? "" : ` (strategy ${strategy})` };
  const text =
    kind === "otherType"
      ? otherType(facts, inputs)
      : `${incompatible(facts, inputs, isSecret)}${said} ${compatibleHelp}`;
  return new Error(text, { cause: error });
}

interface Facts {
  readonly topic: PulsarTopic;
  readonly newest: ActualSchema | undefined;
  readonly strategy: string;
}

const laterUpdate = "in an update before this one";

const compatibleHelp =
  "Give fields that come or go a default and keep the others as they are, take another topic, or change " +
  `schemaCompatibilityStrategy of the namespace or the topic ${laterUpdate}.`;

function otherType({ topic, newest, strategy }: Facts, inputs: Properties): string {
  const found =
    newest === undefined ? "another type" : `type ${String(normalType(newest.type))} (version ${newest.version})`;
  return (
    `Topic ${topic.full} has a schema of ${found}, and Pulsar takes none of type ${String(inputs["type"])} ` +
    `after it${strategy}. Take another topic, set schemaCompatibilityStrategy of the namespace or the topic to ` +
    `ALWAYS_COMPATIBLE ${laterUpdate}, or have the schema made anew by the resource option replaceOnChanges: ["type"]: ` +
    `clients then find no version any more that messages were sent with.`
  );
}

function incompatible({ topic, newest, strategy }: Facts, inputs: Properties, isSecret: boolean): string {
  const after = newest === undefined ? "" : ` after version ${newest.version}`;
  const found = newest === undefined || isSecret ? [] : changesFrom(newest, inputs);
  const what = found.length === 0 ? "" : ` What is different: ${listed(found)}.`;
  return `Pulsar does not take the schema of topic ${topic.full}${after}${strategy}: they are not compatible.${what}`;
}

function changesFrom(newest: ActualSchema, inputs: Properties): readonly string[] {
  if (inputs["type"] !== "KEY_VALUE") return definitionChanges(newest.schema, schemaBody(inputs).schema);
  const actual = keyValueFields(newest.schema, newest.properties);
  return (["key", "value"] as const).flatMap((part) => {
    const [before, after] = [actual[part], inputs[part]].map((fields) => textOf(recordOf(fields)["definition"]) ?? "");
    return definitionChanges(before ?? "", after ?? "").map((change) => `${part}: ${change}`);
  });
}

const strategyIn = (reason: string): string | undefined =>
  /with strategy (\w+)/.exec(reason)?.[1] ?? /under the '(\w+)' strategy/.exec(reason)?.[1];

/** A schema that the topic has is always taken, with the strategy in the answer. */
async function strategyOf(
  admin: AdminClient,
  topic: PulsarTopic,
  newest: ActualSchema | undefined,
): Promise<string | undefined> {
  if (newest === undefined) return undefined;
  const { type, schema, properties } = newest;
  return askCompatibility(admin, topic, { type, schema, properties }).catch(() => undefined);
}
