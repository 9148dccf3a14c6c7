import { cancellable } from "../admin/client";
import { anothersText, isTakenOver } from "../resource/ownership";
import { type OperationContext, type Properties } from "../resource/resource";
import { deleteVersion, readMetadata } from "./package-api";
import { type PackagePlace } from "./package-place";
import { stampIn } from "./package-state";

/** Deletes a version that is still ours. The broker goes on listing its name. */
export async function deletePackage(
  place: PackagePlace,
  outputs: Properties,
  context: OperationContext,
): Promise<void> {
  const admin = cancellable(context.admin, context.signal);
  const found = await readMetadata(admin, place);
  if (found === undefined) return;
  if (isTakenOver(stampIn(found), outputs, context.urn)) {
    context.log("info", anothersText(`Package ${place.url}`));
    return;
  }
  await deleteVersion(admin, place);
}
