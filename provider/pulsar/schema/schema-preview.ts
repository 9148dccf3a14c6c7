import { type AdminClient, cancellable } from "../admin/client";
import { AdminError } from "../admin/error";
import { type OperationContext, type Properties, type StoredState } from "../resource/resource";
import { refusalKind, refusalOf } from "./refusal";
import { askCompatibility, schemaBody, schemaTopic } from "./schema-api";
import { identityOf } from "./schema-state";
import { refuseKept } from "./schema-change";

/** How long a preview waits for a broker that it would only ask. */
const patienceMs = 5_000;

/**
 * Asks whether Pulsar would take the schema, and tells why not. What cannot be asked now, since the broker is not there yet or
 * gives no answer, is no error: the update will say.
 */
async function refusalAtPreview(inputs: Properties, context: OperationContext): Promise<PreviewRefusal | undefined> {
  const admin = knownAdmin(context);
  if (admin === undefined || silent.has(admin)) return undefined;
  const signal = AbortSignal.any([context.signal, AbortSignal.timeout(patienceMs)]);
  const asking = cancellable(admin, signal);
  const topic = schemaTopic(inputs);
  try {
    await askCompatibility(asking, topic, schemaBody(inputs));
    return undefined;
  } catch (error) {
    const kind = refusalKind(error);
    if (kind !== undefined && error instanceof AdminError)
      return { kind, error: await refusalOf(error, kind, { admin: asking, topic, inputs, secrets: context.secrets }) };
    if (error instanceof AdminError && error.status === undefined) silent.add(admin);
    return undefined;
  }
}

/** The provider's own arguments may still be unknown. */
function knownAdmin(context: OperationContext): AdminClient | undefined {
  try {
    return context.admin;
  } catch {
    return undefined;
  }
}

/** Brokers that gave no answer: one preview does not wait for them again. */
const silent = new WeakSet<AdminClient>();

interface PreviewRefusal {
  readonly kind: string;
  readonly error: Error;
}

/** The topic may be another one by then, or the schema that is in the way gone: only what can never be taken is an error. */
export async function previewCreate(inputs: Properties, context: OperationContext): Promise<void> {
  const refusal = await refusalAtPreview(inputs, context);
  if (refusal === undefined) return;
  if (refusal.kind === "invalid") throw refusal.error;
  context.log("warning", refusal.error.message);
}

export async function previewUpdate(old: StoredState, inputs: Properties, context: OperationContext): Promise<void> {
  const before = schemaBody(old.outputs);
  refuseKept(before, inputs, context.secrets);
  if (identityOf(before) !== identityOf(schemaBody(inputs))) {
    const refusal = await refusalAtPreview(inputs, context);
    if (refusal !== undefined) throw refusal.error;
    return;
  }
  context.log(
    "warning",
    `Pulsar takes this schema of topic ${schemaTopic(inputs).full} for the one it has, and keeps that one as it is: "doc", ` +
      `"aliases" and properties that are taken out do not count. With an attribute of your own in the definition, such as ` +
      `"revision": "2", it becomes a new version.`,
  );
}
