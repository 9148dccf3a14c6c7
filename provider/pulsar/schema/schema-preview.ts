import { AdminError } from "../admin/error";
import { askedAtPreview } from "../resource/preview-question";
import { type OperationContext, type Properties, type StoredState } from "../resource/resource";
import { refusalKind, refusalOf } from "./refusal";
import { askCompatibility, schemaBody, schemaTopic } from "./schema-api";
import { identityOf } from "./schema-state";
import { refuseKept } from "./schema-change";

/** Asks whether Pulsar would take the schema, and tells why not. */
const refusalAtPreview = (inputs: Properties, context: OperationContext): Promise<PreviewRefusal | undefined> =>
  askedAtPreview(context, async (admin) => {
    const topic = schemaTopic(inputs);
    try {
      await askCompatibility(admin, topic, schemaBody(inputs));
      return undefined;
    } catch (error) {
      const kind = refusalKind(error);
      if (kind === undefined || !(error instanceof AdminError)) throw error;
      return { kind, error: await refusalOf(error, kind, { admin, topic, inputs, secrets: context.secrets }) };
    }
  });

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
