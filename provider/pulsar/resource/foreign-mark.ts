import { type AdminClient } from "../admin/client";
import { stampOf } from "./ownership";
import { askedAtPreview } from "./preview-question";
import { type OperationContext, type Properties } from "./resource";

/** An object that is there already, and what messages call it. */
export interface Marked {
  readonly what: string;
  readonly stamp: string | undefined;
}

/** Says that an object which is taken over is marked by another resource: two that manage one object undo each other's changes. */
export function warnOfForeignMark({ what, stamp }: Marked, context: OperationContext, happens = "is taken over"): void {
  if (stamp === undefined || stamp === stampOf(context.urn)) return;
  context.log(
    "warning",
    `${what} is marked by another resource, of this stack or another one, and ${happens}. If that one is still in use, look the ` +
      `object up instead of declaring it twice, or set onDelete to "retain" here so that it outlives this resource; if that one ` +
      `was renamed or is gone, there is nothing to do.`,
  );
}

/** The same at preview, where the object is looked at for its mark alone. */
export async function previewForeignMark(
  inputs: Properties,
  context: OperationContext,
  look: { readonly what: string; readonly stamp: (admin: AdminClient) => Promise<string | undefined> },
): Promise<void> {
  const { onExisting } = inputs;
  if (onExisting === "refuse") return;
  const happens = `will be taken over${onExisting === "adopt" ? "" : " if it is equal to what is declared"}`;
  warnOfForeignMark({ what: look.what, stamp: await askedAtPreview(context, look.stamp) }, context, happens);
}
