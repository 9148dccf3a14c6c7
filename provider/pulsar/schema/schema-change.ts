import { type AdminClient, cancellable } from "../admin/client";
import { AdminError } from "../admin/error";
import { judgeExisting, refuseUnlessUsable } from "../resource/ownership";
import { type OperationContext, type Properties, type Secrets } from "../resource/resource";
import { expectKept } from "../resource/read-back";
import { refusalKind, refusalOf } from "./refusal";
import { type ActualSchema, postSchema, readSchema, type SchemaBody, schemaBody, schemaTopic } from "./schema-api";
import { differing, identityOf } from "./schema-state";
import { type SchemaVersions } from "./schema-versions";

/** A schema that is there already and equal is used: to register it again would change nothing. */
export async function createSchema(inputs: Properties, context: OperationContext): Promise<SchemaVersions> {
  const admin = cancellable(context.admin, context.signal);
  const topic = schemaTopic(inputs);
  const actual = await readSchema(admin, topic);
  if (actual === undefined) return registerSchema(inputs, context);
  const differences = differing(actual, inputs, context.secrets);
  const verdict = judgeExisting({ stamp: undefined, differing: differences }, inputs, context.urn);
  refuseUnlessUsable(verdict, `The schema of topic ${topic.full}`, differences);
  if (differences.length === 0) return { version: actual.version, latestVersion: actual.version };
  refuseKept(actual, inputs, context.secrets);
  return registerSchema(inputs, context);
}

/** Registers the schema and reads back what it has become. */
export async function registerSchema(inputs: Properties, context: OperationContext): Promise<SchemaVersions> {
  const admin = cancellable(context.admin, context.signal);
  const { secrets } = context;
  const topic = schemaTopic(inputs);
  const version = await postSchema(admin, topic, schemaBody(inputs)).catch(async (error: unknown) => {
    const kind = refusalKind(error);
    if (kind === undefined || !(error instanceof AdminError)) throw error;
    throw await refusalOf(error, kind, { admin, topic, inputs, secrets });
  });
  let latestVersion = version;
  await expectKept(`the schema of topic ${topic.full} as version ${version}`, async () => {
    const newest = await readSchema(admin, topic);
    const ours = newest?.version === version ? newest : await readSchema(admin, topic, version);
    latestVersion = newest?.version ?? version;
    return ours === undefined ? ["itself (it is not there)"] : differing(ours, inputs, secrets);
  });
  if (latestVersion > version) {
    context.log(
      "info",
      `Topic ${topic.full} has had this schema since version ${version}; its newest version stays ${latestVersion}.`,
    );
  }
  return { version, latestVersion };
}

/** Pulsar keeps what a version was registered with besides its definition, and says nothing. */
export function refuseKept(actual: SchemaBody, inputs: Properties, secrets: Secrets): void {
  if (identityOf(actual) !== identityOf(schemaBody(inputs))) return;
  const kept = differing(actual, inputs, secrets);
  if (kept.length === 0) return;
  throw new Error(
    `The schema of topic ${schemaTopic(inputs).full} differs in ${kept.join("; ")}, and Pulsar keeps that as long as ` +
      `the definition is the same. Change the definition as well, by an attribute of your own such as "revision": "2" ` +
      `if by nothing else, or declare it as it is.`,
  );
}

/**
 * The version that counts: ours, when it is still one of the topic's, even if a client has registered a newer one since. To
 * register ours again would change nothing then, so that is no drift.
 */
export async function currentSchema(
  admin: AdminClient,
  inputs: Properties,
  known: { readonly newest: ActualSchema; readonly version: number | undefined },
): Promise<ActualSchema> {
  const { newest, version } = known;
  if (version === undefined || newest.version === version || differing(newest, inputs).length === 0) return newest;
  const ours = await readSchema(admin, schemaTopic(inputs), version);
  return ours !== undefined && differing(ours, inputs).length === 0 ? ours : newest;
}
